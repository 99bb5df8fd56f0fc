"""A kiosk in an emulated machine: its screen is read, its keys are pressed, what it says is recorded, sticks are plugged into it
and the power is cut, as a hall would. Order and content can be looked at so, not time. What it starts from, and what should be
seen and heard, it does not know.
"""
import atexit
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time

import hearing

cpu = "Westmere"  # newer ones can do what Mesa's compiler uses and the emulation does not do right (AVX2's gather)
# Units of such a machine: a shell of root's on the serial line, and time for the kiosk's service.
shell = """[Service]
ExecStart=/bin/sh
StandardInput=tty
StandardOutput=tty
TTYPath=/dev/ttyS0
Restart=always
"""
slow = """[Service]
WatchdogSec=120
TimeoutStartSec=300
TimeoutStopSec=120
"""


class Machine:
    """QEMU with a graphics card, HD audio, a USB keyboard and tablet, and no network. `boots` are the arguments of what it
    starts from; `out` is where the pictures of its screen go and `sound` the file for what is heard; `patience_s` is for
    whatever must come, for emulated machines are slow."""

    def __init__(self, boots, out, sound, patience_s=1200):
        self.out = out
        self.sound = sound
        self.patience_s = patience_s
        lines = tempfile.mkdtemp()  # the names of sockets are short: not everybody's checkout lies where `out` is short enough
        atexit.register(shutil.rmtree, lines, ignore_errors=True)
        self.monitor, self.console, self.viewer = (f"{lines}/{line}" for line in ("monitor", "console", "viewer"))
        self.process = subprocess.Popen([
            "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", cpu, "-smp", "2", "-m", "1536",
            "-display", "none", "-vnc", f"unix:{self.viewer}", "-vga", "none", "-device", "virtio-vga,xres=1280,yres=800", "-nic", "none",
            *boots,
            "-audiodev", f"wav,id=sound,path={sound}", "-device", "pcie-root-port,id=socket,chassis=1",
            "-device", "intel-hda,id=card,bus=socket", "-device", "hda-output,audiodev=sound,bus=card.0",
            "-device", "qemu-xhci,id=usb", "-device", "usb-kbd,bus=usb.0", "-device", "usb-tablet,bus=usb.0",
            "-monitor", f"unix:{self.monitor},server,nowait", "-serial", f"unix:{self.console},server,nowait"])
        atexit.register(self.process.kill)  # whatever does not hold, it does not go on in the dark
        while not os.path.exists(self.monitor):
            time.sleep(0.1)

    def order(self, command):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self.monitor)
            line.settimeout(20)
            answer = b""
            line.sendall(command.encode() + b"\n")
            while answer.count(b"(qemu)") < 2:
                part = line.recv(65536)
                if not part:
                    break
                answer += part
        said = answer.decode(errors="replace")
        if "Error:" in said:
            sys.exit(f"{command}: {said[said.index('Error:'):]}")
        return said

    def key(self, name):
        self.order(f"sendkey {name}")
        time.sleep(1)

    def screen(self, name):
        """The words on the screen."""
        picture = self.out / f"{name}.ppm"
        self.order(f"screendump {picture}")
        time.sleep(0.5)
        if not picture.exists():
            return ""
        read = subprocess.run(["tesseract", picture, "-", "-l", "chi_sim+eng", "--psm", "11"], capture_output=True, text=True,
                              check=False)
        return re.sub(r"\s", "", read.stdout)

    def shows(self, name, *words):
        """Waits until these words stand on the screen, as regular expressions: small type is not always read right, white
        on dark and in boxes hardly ever."""
        end = time.monotonic() + self.patience_s
        while time.monotonic() < end:
            seen = self.screen(name)
            if all(re.search(word, seen) for word in words):
                print(f"  {name}: {' '.join(words)}", flush=True)
                return
            time.sleep(2)
        sys.exit(f"{name}: {words} not on the screen, but: {seen}")

    def becomes(self, width, height):
        """The screen is another, of this size: asked for as a viewer of VNC may (RFC 6143, and its SetDesktopSize)."""
        with socket.socket(socket.AF_UNIX) as viewer:
            viewer.connect(self.viewer)
            reads = viewer.makefile("rb")
            viewer.sendall(reads.read(12))  # the version
            reads.read(reads.read(1)[0])
            viewer.sendall(b"\x01")  # no password
            reads.read(4)
            viewer.sendall(b"\x01")  # beside others
            now_width, now_height = struct.unpack("!HH16x", reads.read(20))
            reads.read(struct.unpack("!I", reads.read(4))[0])  # the name
            resizes = -308
            viewer.sendall(struct.pack("!BxHi", 2, 1, resizes))
            viewer.sendall(struct.pack("!BBHHHH", 3, 0, 0, 0, now_width, now_height))
            viewer.sendall(struct.pack("!BxHHBxIHHHHI", 251, width, height, 1, 0, 0, 0, width, height, 0))
            time.sleep(5)

    def has_picture_of(self, width, height):
        """Waits until the screen shows one of that size."""
        end = time.monotonic() + self.patience_s
        picture = self.out / "size.ppm"
        while True:
            self.order(f"screendump {picture}")
            time.sleep(2)
            if picture.exists() and picture.read_bytes()[:20].split()[1:3] == [b"%d" % width, b"%d" % height]:
                return
            if time.monotonic() > end:
                sys.exit(f"the screen shows no picture of {width}x{height}")

    def sh(self, command):
        """What a shell of root's says, which only this test's machine has."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self.console)
            line.settimeout(1)
            mark = f"done{time.monotonic_ns()}"
            line.sendall(f"{command}; echo {mark[:4]}''{mark[4:]}\n".encode())
            said = b""
            end = time.monotonic() + self.patience_s
            while mark.encode() not in said and time.monotonic() < end:
                try:
                    said += line.recv(65536)
                except TimeoutError:
                    pass
            return said.decode(errors="replace")

    def until(self, command, word):
        """Waits until a command of the shell's says this."""
        end = time.monotonic() + self.patience_s
        while word not in (said := self.sh(command)):
            if time.monotonic() > end:
                sys.exit(f"{command}: {word} is not there, but: {said}")
            time.sleep(2)

    def recording(self, before=0):
        """What has been recorded; what the file held `before`, in bytes, was another card's."""
        recorded = self.sound.read_bytes() if self.sound.exists() else b""
        # For a card that has come QEMU goes on with the file or begins it anew, by whether it has let go of the one before.
        return hearing.pcm(recorded[:44] + recorded[before:] if len(recorded) >= before > 44 else recorded)

    def speaks(self):
        """Waits until something is said by itself."""
        end = time.monotonic() + self.patience_s
        while hearing.loudness(self.recording())[1] < 2:
            if time.monotonic() > end:
                sys.exit("nothing is said")
            time.sleep(2)

    def is_heard(self, before=0):
        """Waits until something is said, asking to hear it once more."""
        end = time.monotonic() + self.patience_s
        while (heard := hearing.loudness(self.recording(before)))[1] < 3:
            if time.monotonic() > end:
                sys.exit(f"nothing is heard, but {heard[1]:.1f} s")
            self.key("r")
            time.sleep(10)
        mean, seconds = heard
        print(f"  {seconds:.0f} s of sound, {mean:.3f} of full scale on average", flush=True)
        if not 0.01 < mean < 0.5:
            sys.exit("what is heard is too soft or too loud")

    def says(self, sentences, visit, other_visit):
        """Waits until one of these sentences of a rehearsed visit is heard, for an emulated machine may stumble in one; and it is
        that and none that only the other visit has."""
        end = time.monotonic() + self.patience_s
        while True:
            heard = self.recording()
            right, sentence = min((hearing.distance(visit[words], heard), words) for words in sentences)
            wrong, other = min((hearing.distance(samples, heard), words) for words, samples in other_visit.items() if words not in visit)
            if right < min(hearing.never_heard, wrong):
                print(f"  {sentence} {right:.2f}, not {other} {wrong:.2f}", flush=True)
                return
            if time.monotonic() > end:
                sys.exit(f"{sentence} is not heard: {right:.2f}, {other} {wrong:.2f}")
            time.sleep(5)

    def is_well(self):
        """What its doctor says, each part of it."""
        healthy = self.sh("LANG=C tingdu doctor")
        for part in ("Screen", "Sound", "Keys and touch", "Fonts", "Voices", "Articles", "Disk", "Settings"):
            if not re.search(f"{part}: (good|please note)", healthy) or f"{part}: not well" in healthy:
                sys.exit(f"doctor: {healthy}")
        print("  " + "\n  ".join(line for line in healthy.splitlines() if ": " in line), flush=True)

    def is_killed_and_returns(self, *words):
        restarts = "systemctl show --property NRestarts tingdu"
        before = int(re.search(r"NRestarts=(\d+)", self.sh(restarts))[1])  # where it draws in cage there has been one
        self.sh("kill -KILL $(systemctl show --value --property MainPID tingdu)")
        self.until(restarts, f"NRestarts={before + 1}")
        self.shows("killed", *words)

    def says_goodbye(self):
        """Its service is stopped, and says something before it ends in good order."""
        before = len(self.recording())
        ended = self.sh("systemctl stop tingdu; systemctl show --property Result tingdu")
        seconds = hearing.loudness(self.recording()[before:])[1]
        if "Result=success" not in ended or seconds < 3:
            sys.exit(f"no goodbye, but {seconds:.1f} s of sound: {ended}")
        print(f"  {seconds:.1f} s of sound", flush=True)

    def articles(self):
        """How many there are."""
        return int(re.search(r"articles=(\d+)", self.sh("echo articles=$(tingdu list --library /var/lib/tingdu/library | wc -l)"))[1])

    def plug_in(self, image):
        self.order(f"drive_add 0 if=none,id=stick,format=raw,file={str(image).replace(',', ',,')}")
        self.order("device_add usb-storage,id=stick,drive=stick,bus=usb.0")

    def enter_pin(self):
        """What the operator has given the staff."""
        self.shows("pin", "六位密码")
        for digit in "258025":
            self.key(digit)

    def pull(self):
        self.order("device_del stick")
        time.sleep(5)

    def cut_power(self):
        self.order("quit")
        self.process.wait()
