"""What a recording holds: how loud it is, and which sentences are said in it.

A sentence is looked for by its sound, as the kiosk itself makes it without a machine (`tingdu rehearse`): how strong it is in
each of 24 bands of pitch (the mel scale, O'Shaughnessy 1987), fifty times a second, laid over the recording with as much
stretching as an emulated machine's stumbling wants (dynamic time warping, Sakoe and Chiba 1978). It hears no words, and knows
no language.
"""
import numpy

rate_hz = 22050  # the kiosk's own
hop = rate_hz // 50
window = 1024
never_heard = 0.42  # right sentences come to 0.23 to 0.40, others of the same voice to 0.40 and more


def pcm(recording):
    """The samples of a WAV file of 16 bits as one channel at rate_hz, of whatever multiple of it. Its lengths are passed over,
    for QEMU writes them only as it ends."""
    if len(recording) <= 44:
        return numpy.zeros(0)  # QEMU has yet to begin it
    channels, rate = int.from_bytes(recording[22:24], "little"), int.from_bytes(recording[24:28], "little")
    whole = (len(recording) - 44) // (2 * channels) * 2 * channels
    samples = numpy.frombuffer(recording[44:44 + whole], dtype="<i2").reshape(-1, channels).mean(axis=1)
    step = rate // rate_hz
    return samples[:len(samples) // step * step].reshape(-1, step).mean(axis=1)


def loudness(samples):
    """The mean of what is not silence, of full scale, and how much of it there is in seconds."""
    loud = numpy.abs(samples[numpy.abs(samples) > 100])
    return (float(loud.mean()) / 32768 if len(loud) else 0.0, len(loud) / rate_hz)


def _bands():
    mel = numpy.linspace(2595 * numpy.log10(1 + 100 / 700), 2595 * numpy.log10(1 + 6000 / 700), 26)
    edges = 700 * (10 ** (mel / 2595) - 1) * window / rate_hz
    line = numpy.arange(window // 2 + 1)
    return numpy.array([numpy.clip(numpy.minimum((line - low) / (middle - low), (high - line) / (high - middle)), 0, None)
                        for low, middle, high in zip(edges, edges[1:], edges[2:])])


def _looks(samples):
    """A row for each fiftieth of a second: its colour, however loud it is; silence is near nought."""
    count = max(0, (len(samples) - window) // hop)
    frames = samples[numpy.arange(window) + hop * numpy.arange(count)[:, None]] * numpy.hanning(window)
    logs = numpy.log(numpy.abs(numpy.fft.rfft(frames, axis=1)) ** 2 @ _bands().T + 1e4)
    logs -= logs.mean(axis=1, keepdims=True)
    return logs / (numpy.linalg.norm(logs, axis=1, keepdims=True) + 2)


def distance(sentence, recording):
    """How far the recording is from holding the sentence at its best place; both as samples. 0 is the same, 1 is nothing
    alike, above never_heard it is not there."""
    said, heard = _looks(sentence), _looks(recording)
    if len(said) == 0 or len(heard) < len(said):
        return 1.0
    apart = 1 - said @ heard.T
    way = apart[0].copy()
    for row in apart[1:]:
        straight = numpy.concatenate([[numpy.inf], way[:-1]])
        hurried = numpy.concatenate([[numpy.inf] * 2, way[:-2]]) + 0.5 * numpy.concatenate([[0], row[:-1]])
        way = numpy.minimum(numpy.minimum(way + 0.1, straight), hurried) + row
    return float(way.min()) / len(said)
