"""Has an upload made into what a telephone plays, apart from the server."""

from dataclasses import dataclass

from app.apart import MOST_SECONDS, BrokeDownError, RefusedError, TookTooLongError, decoded
from app.audio.decoding_process import RATE
from app.audio.problems import SoundProblem, SoundRefused

DECODER = "app.audio.sound"
LARGEST_BYTES = 5 * 1024 * 1024
HEADER_BYTES, SAMPLE_BYTES = 44, 2  # of our WAV files


@dataclass(frozen=True)
class Sound:
    """A WAV file and how many seconds it plays."""

    wav: bytes
    seconds: float


def prepare_sound(upload: bytes, patience: float = MOST_SECONDS) -> Sound:
    """What a telephone plays of the upload; `patience` is how many seconds that may take.

    Raises:
        NoPlaceError: as many uploads as can be are looked into already.
        SoundRefused: it cannot be used.
    """
    if not upload:
        raise SoundRefused(SoundProblem.EMPTY)
    if len(upload) > LARGEST_BYTES:
        raise SoundRefused(SoundProblem.TOO_LARGE)
    try:
        wav = decoded(DECODER, upload, seconds=patience)
    except RefusedError as refused:
        raise SoundRefused(SoundProblem(str(refused))) from refused
    except TookTooLongError as error:
        raise SoundRefused(SoundProblem.TOO_SLOW) from error
    except BrokeDownError as error:
        raise SoundRefused(SoundProblem.UNREADABLE) from error
    return Sound(wav, (len(wav) - HEADER_BYTES) / SAMPLE_BYTES / RATE)
