"""A program of its own that looks into one file: the file on its input, what is made of it on its output.

It is run apart from the server, so that a file made to hang, to crash or to eat memory takes nothing down but this; and
it ends with the server, however that ends. What is refused is one word, and an end of its own.
"""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 1 << 30  # bytes of address space
STOPS_AFTER = 30  # seconds, by itself, where nobody is there any more who would stop it before
ENDS_WITH_WHO_BEGAN_IT = 1  # prctl(2), PR_SET_PDEATHSIG


def limit_myself() -> None:
    """No more memory or time than a file needs, and none is written."""
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, STOPS_AFTER),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a Mac does not limit memory so
            resource.setrlimit(what, (most, most))
    sys.dont_write_bytecode = True


def end_with(server: int) -> None:
    """Be killed once the server is gone, also by what stops it without a word; a Mac has only the alarm."""
    signal.alarm(STOPS_AFTER)
    with suppress(AttributeError):
        ctypes.CDLL(None).prctl(ENDS_WITH_WHO_BEGAN_IT, signal.SIGKILL)
    if os.getppid() != server:
        sys.exit("The server is gone")


def main(server: str, decoder: str, *about: str) -> None:
    """Look into it."""
    limit_myself()
    end_with(int(server))
    sys.path.insert(0, str(ROOT))
    from app.apart.refused import REFUSED, RefusedError  # noqa: PLC0415 - only now it is known where that is

    try:
        made = import_module(decoder).decode(sys.stdin.buffer.read(), *about)
    except RefusedError as refused:
        sys.stdout.write(str(refused))
        sys.exit(REFUSED)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
