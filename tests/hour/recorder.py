"""A client of JACK's that writes what the kiosk plays to a file, as 16 bits at the server's rate, and when: before each
cycle's samples are taken, its number of the first frame and the machine's time. A process of its own, so that nothing else
that is done in Python holds it up. `recorder.py CLIENT PCM CYCLES`: CLIENT is the one to listen to.
"""
import array
import collections
import signal
import struct
import sys
import time

import jack

player, pcm, cycles = sys.argv[1:]
client = jack.Client("recorder")
ear = client.inports.register("ear")
taken = collections.deque()


@client.set_process_callback
def process(_frames):
    taken.append((client.last_frame_time, time.monotonic(), bytes(ear.get_buffer())))


ended = []
signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
with client, open(pcm, "wb") as sound, open(cycles, "wb") as times:
    while not ended:
        ports = client.get_ports(f"{player}.*", is_audio=True, is_output=True)
        for port in ports[:1]:  # both ears are given the same
            if not any(ear.name == connected.name for connected in client.get_all_connections(port)):
                client.connect(port, ear)
                print("connected", flush=True)
        time.sleep(0.05)
        while taken:
            frame, at, samples = taken.popleft()
            times.write(struct.pack("<Qd", frame, at))
            heard = array.array("f", samples)
            sound.write(array.array("h", (max(-32768, min(32767, round(sample * 32768))) for sample in heard)).tobytes())
