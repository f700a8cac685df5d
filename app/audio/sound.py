"""Makes of an upload a recording as the telephone plays it, in a process apart from the server."""

import io
import wave
from array import array

from app.apart.refused import RefusedError
from app.audio.decoding_process import RATE, samples_in
from app.audio.loudness import FRAME, around_zero, even, spoken_frames
from app.audio.problems import SoundProblem

SHORTEST_SECONDS = 0.3
KEPT_AROUND = RATE // 10  # a tenth of a second before the first syllable and after the last


def decode(upload: bytes) -> bytes:
    """The WAV file.

    Raises:
        RefusedError: the upload cannot be used.
    """
    heard = array("h", samples_in(upload))
    samples = even(_trim(around_zero(heard)))
    if len(samples) < SHORTEST_SECONDS * RATE:
        raise RefusedError(SoundProblem.TOO_SHORT)
    return _wav(samples)


def _trim(samples: "array[int]") -> "array[int]":
    """Without the silence at both ends.

    Raises:
        RefusedError: there is nothing but silence.
    """
    spoken = spoken_frames(samples)
    if not spoken:
        raise RefusedError(SoundProblem.SILENT)
    return samples[max(0, spoken[0] * FRAME - KEPT_AROUND) : (spoken[-1] + 1) * FRAME + KEPT_AROUND]


def _wav(samples: "array[int]") -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return file.getvalue()
