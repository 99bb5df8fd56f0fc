"""What an hour's recording is held against: the same article as it is rehearsed where there is no machine, and the light. Samples are
whole numbers of 16 bits at rate_hz. Each look prints what it has found, and says whether all is well.
"""
import numpy

rate_hz = 22050          # the kiosk's own
silence = 8              # of 32,768: no voice stays below it for long
shortest_pause_s = 0.01  # what is told apart
longest_pause_s = 5      # at the end of an article
breath_s = 0.25          # what parts two clauses at least
pause_apart_s = 0.002    # pauses differ by less from time to time: where `silence` is crossed …
sound_apart_s = 0.015    # … and stretches by a period of the voice, of which the engine makes one more or less at times


def told(holds, sentence, places=()):
    print(f"  {'' if holds else 'NOT SO: '}{sentence}", *(f"    {place}" for place in places[:20]), sep="\n" if places else "", flush=True)
    return holds


def stretches(samples):
    """Where each stretch of sound between two pauses begins and ends."""
    loud = numpy.flatnonzero(numpy.abs(samples) > silence)
    pauses = numpy.flatnonzero(numpy.diff(loud) > shortest_pause_s * rate_hz)
    return loud[numpy.concatenate([[0], pauses + 1])], loud[numpy.concatenate([pauses, [len(loud) - 1]])]


def at(sample):
    seconds = sample / rate_hz
    return f"{seconds // 60:.0f} min {seconds % 60:.3f} s"


def has_no_gap(heard, right):
    """The engine draws its hiss by lot, and no two performances are alike to the sample; how long each stretch and each pause
    lasts they have in common. What was not there in time would be a pause more, or a longer one."""
    (begins, ends), (right_begins, right_ends) = stretches(heard), stretches(right)
    count = len(begins) - 1  # the last is cut off
    rehearsed = int(numpy.searchsorted(right_ends, len(heard)))  # up to where it was listened to
    if abs(count - rehearsed) > 20 or count >= len(right_begins) or len(heard) - ends[-1] > longest_pause_s * rate_hz:
        return told(False, f"{count} stretches of sound to {at(ends[-1])} of {at(len(heard))}, where {rehearsed} were rehearsed")
    lasts = ((ends - begins)[:count] - (right_ends - right_begins)[:count]) / rate_hz
    pauses = ((begins[1:] - ends[:-1])[:count] - (right_begins[1:] - right_ends[:-1])[:count]) / rate_hz
    odd = numpy.flatnonzero((numpy.abs(lasts) > sound_apart_s) | (numpy.abs(pauses) > pause_apart_s))
    most_ms = [1000 * numpy.delete(numpy.abs(each), odd).max(initial=0) for each in (pauses, lasts)]
    return told(len(odd) == 0, f"no gap: of {count} stretches of sound and their pauses {len(odd)} are not as long as rehearsed, "
                f"the others' pauses within {most_ms[0]:.1f} ms, their sound within {most_ms[1]:.1f} ms",
                [f"{at(begins[i])}: sound {1000 * lasts[i]:+.1f} ms, then silence {1000 * pauses[i]:+.1f} ms" for i in odd])


def has_no_click(heard, right):
    """A voice has steps of its own, and a click is one that the same stretch does not have when it is rehearsed."""
    def steps(samples):
        return numpy.array([numpy.abs(numpy.diff(samples[begin:end + 1])).max(initial=0) for begin, end in zip(*stretches(samples))])
    step, right_step = steps(heard), steps(right)
    count = min(len(step), len(right_step))
    odd = numpy.flatnonzero((step[:count] > 1.5 * right_step[:count]) & (step[:count] > 2000))
    begins, _ = stretches(heard)
    return told(len(odd) == 0, f"no click: the largest step of {len(odd)} stretches is half as large again as rehearsed; of all "
                f"{step.max()} of 32,768, rehearsed {right_step[:count].max()}",
                [f"{at(begins[i])}: {step[i]}, rehearsed {right_step[i]}" for i in odd])


def has_no_drift(heard, cycles, lit):
    """Of each word after a breath, how much later than its first sound it was lit. `cycles`: the number of its first frame, and when
    the recorder was told of it, for each of JACK's cycles; it is told late, never early. `lit`: when another word was lit, in
    the same seconds. Frames that JACK skipped were not recorded."""
    period = len(heard) // len(cycles)
    frames = cycles["frame"] - cycles["frame"][0]
    skipped = numpy.flatnonzero(numpy.diff(frames) != period)
    told(True, f"JACK skipped {len(skipped)} times, {int(frames[-1]) - period * (len(frames) - 1)} frames of {int(frames[-1])}")
    late = cycles["at"] - frames / rate_hz
    around = 300  # in the best of so many cycles it was told at once
    best = numpy.array([late[max(0, i - around):i + around].min() for i in range(len(late))])
    begins, ends = stretches(heard)
    words = begins[1:][begins[1:] - ends[:-1] > breath_s * rate_hz]
    words = words[words // period < len(cycles)]
    sounds = best[words // period] + (frames[words // period] + words % period) / rate_hz
    after = lit[numpy.minimum(numpy.searchsorted(lit, sounds - 0.1), len(lit) - 1)] - sounds
    near = numpy.abs(after) < 0.6
    minute = (words // rate_hz // 60)
    medians = numpy.array([numpy.median(after[near & (minute == each)]) for each in numpy.unique(minute[near])])
    if near.sum() < 0.9 * len(words) or len(medians) < len(heard) // rate_hz // 60:
        return told(False, "light follows voice: there are words that were not lit")
    third = max(1, len(medians) // 3)
    drift = numpy.median(medians[-third:]) - numpy.median(medians[:third])
    print(f"  of {len(words)} words after a breath {near.sum()} were lit within 0.6 s of their first sound; the median of each minute, in ms:")
    print("  ", *(f"{1000 * median:.0f}" for median in medians), flush=True)
    return told(abs(drift) < 0.02, f"no drift: in the last third {1000 * drift:+.0f} ms from the first")
