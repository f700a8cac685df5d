"""A recording as the telephone plays it."""

import io
import wave
from array import array
from dataclasses import dataclass

from app.audio.decoding import samples_of
from app.audio.decoding_process import RATE
from app.audio.loudness import FRAME, around_zero, even, spoken_frames
from app.audio.problems import SoundProblem, SoundRefused

SHORTEST_SECONDS = 0.3
KEPT_AROUND = RATE // 10  # a tenth of a second before the first syllable and after the last


@dataclass(frozen=True)
class Sound:
    """A WAV file and how many seconds it plays."""

    wav: bytes
    seconds: float


def prepare_sound(upload: bytes) -> Sound:
    """What a telephone plays of the upload.

    Raises:
        SoundRefused: it cannot be used.
    """
    samples = even(_trim(around_zero(samples_of(upload))))
    seconds = len(samples) / RATE
    if seconds < SHORTEST_SECONDS:
        raise SoundRefused(SoundProblem.TOO_SHORT)
    return Sound(_wav(samples), seconds)


def _trim(samples: "array[int]") -> "array[int]":
    """Without the silence at both ends.

    Raises:
        SoundRefused: there is nothing but silence.
    """
    spoken = spoken_frames(samples)
    if not spoken:
        raise SoundRefused(SoundProblem.SILENT)
    return samples[max(0, spoken[0] * FRAME - KEPT_AROUND) : (spoken[-1] + 1) * FRAME + KEPT_AROUND]


def _wav(samples: "array[int]") -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return file.getvalue()
