"""Has an upload decoded by a process of its own, which is given little time and knows no secrets."""

import subprocess  # nosec B404 # runs our own program alone
import sys
from array import array
from pathlib import Path

from app.audio.problems import SoundProblem, SoundRefused

PROGRAM = Path(__file__).with_name("decoding_process.py")
PATIENCE_SECONDS = 20
LARGEST_BYTES = 5 * 1024 * 1024


def samples_of(upload: bytes, patience: float = PATIENCE_SECONDS) -> "array[int]":
    """The sound as 16-bit samples, 8,000 a second; `patience` is how many seconds that may take.

    Raises:
        SoundRefused: it is empty or too large, or cannot be decoded.
    """
    if not upload:
        raise SoundRefused(SoundProblem.EMPTY)
    if len(upload) > LARGEST_BYTES:
        raise SoundRefused(SoundProblem.TOO_LARGE)
    samples = array("h")
    decoded = _decode(upload, patience)
    samples.frombytes(decoded[: len(decoded) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _decode(upload: bytes, patience: float) -> bytes:
    command = [sys.executable, "-I", str(PROGRAM)]
    try:
        done = subprocess.run(  # nosec B603 # our own program, and nothing of the upload on its command line
            command, input=upload, capture_output=True, timeout=patience, env={}, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SoundRefused(SoundProblem.UNREADABLE) from error
    if done.returncode:
        raise SoundRefused(_problem(done.stderr))
    return done.stdout


def _problem(told: bytes) -> SoundProblem:
    """The word that the process said last; a process that was stopped or crashed said none."""
    words = told.decode(errors="replace").split()
    return next((it for it in SoundProblem if words and it == words[-1]), SoundProblem.UNREADABLE)
