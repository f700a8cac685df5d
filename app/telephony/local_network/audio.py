"""How long an audio file plays: from a WAV's header where it has one, otherwise an estimate."""

import io
import wave

ESTIMATED_SECONDS = 5.0


def seconds_of(body: bytes) -> float:
    """Seconds of sound in `body`; five where it cannot be told."""
    try:
        with wave.open(io.BytesIO(body)) as sound:
            return float(sound.getnframes() / sound.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return ESTIMATED_SECONDS
