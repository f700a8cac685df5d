"""How loud a sound is where somebody speaks, and the same sound at the level of all others."""

import math
from array import array
from collections.abc import Sequence

from app.audio.decoding_process import RATE

FULL = 32_767
FRAME = RATE // 50  # samples in 20 ms
SILENCE = FULL * 10 ** (-50 / 20)  # a quiet room, as a telephone hears it
BELOW_SPEECH = 10 ** (-35 / 20)  # breath and room beside the loudest syllable
LEVEL = FULL * 10 ** (-20 / 20)  # of speech, as loud as the carriers' voices
SLOWLY = 0.99  # a sample later; what swings less than some 13 times a second fades
KNEE, ROOM = 0.6 * FULL, 0.35 * FULL  # louder than the knee is bent, and never reaches the edge


def around_zero(samples: "array[int]") -> "array[int]":
    """The same sound without a level that never changes, or hardly: nobody hears it, and it would pass for speech."""
    told, before, kept = array("h"), samples[0] if samples else 0, 0.0
    for sample in samples:
        kept = sample - before + SLOWLY * kept
        before = sample
        told.append(max(-FULL, min(FULL, round(kept))))
    return told


def levels(samples: Sequence[int]) -> list[float]:
    """The level of every 20 ms, as the root of the mean square."""
    frames = (samples[start : start + FRAME] for start in range(0, len(samples), FRAME))
    return [math.sqrt(sum(sample * sample for sample in frame) / len(frame)) for frame in frames]


def spoken_frames(samples: Sequence[int]) -> list[int]:
    """Which 20 ms are not silence; none where all of it is."""
    loud = levels(samples)
    floor = max(SILENCE, max(loud, default=0) * BELOW_SPEECH)
    return [at for at, level in enumerate(loud) if level > floor]


def even(samples: "array[int]") -> "array[int]":
    """The same sound with its speech at `LEVEL`. Peaks are bent, not cut, so that one click keeps nothing quiet."""
    loud = levels(samples)
    spoken = [loud[at] for at in spoken_frames(samples)]
    level = math.sqrt(sum(one * one for one in spoken) / len(spoken)) if spoken else LEVEL
    return array("h", (_bend(sample * LEVEL / level) for sample in samples))


def _bend(value: float) -> int:
    over = abs(value) - KNEE
    if over <= 0:
        return round(value)
    return round(math.copysign(KNEE + ROOM * math.tanh(over / ROOM), value))
