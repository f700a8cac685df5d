"""Has a file looked into by a process of its own, which is given little time and memory, and knows no secrets."""

import os
import subprocess  # nosec B404 # runs our own program alone
import sys
from pathlib import Path

from app.apart.places import a_place
from app.apart.refused import REFUSED, RefusedError

PROGRAM = Path(__file__).with_name("program.py")
MOST_SECONDS = 20


class BrokeDownError(Exception):
    """It died: whatever is in the file was too much for it."""


class TookTooLongError(BrokeDownError):
    """It was not done in time, and stopped."""


def decoded(decoder: str, file: bytes, *about: str, seconds: float = MOST_SECONDS) -> bytes:
    """What the function `decode` of this module makes of the file, and of what else it is told about it.

    Raises:
        BrokeDownError: nothing came of it.
        NoPlaceError: as many as can be are looked into already.
        RefusedError: it is no file that we take.
    """
    command = [sys.executable, "-I", str(PROGRAM), str(os.getpid()), decoder, *about]
    with a_place():
        try:
            done = subprocess.run(  # nosec B603 # our own program, and nothing of the file on its command line
                command,
                input=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                env={},
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TookTooLongError from None
        except OSError as error:  # there is no memory, or no process, to begin one
            raise BrokeDownError from error
    if done.returncode == REFUSED:
        raise RefusedError(done.stdout.decode(errors="replace"))
    if done.returncode:
        raise BrokeDownError
    return done.stdout
