"""What a file may do to whoever looks into it."""

import os
import signal
import sys
import time

from app.apart.refused import RefusedError


def decode(file: bytes, what: str = "") -> bytes:
    """Do it."""
    if what == "is refused":
        raise RefusedError("odd")
    if what == "kills":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "fails":
        raise ZeroDivisionError
    if what == "eats":
        return bytes(bytearray(2 << 30))
    if what == "hangs":
        time.sleep(3600)
    if what == "tells":
        return repr((dict(os.environ), "flask" in sys.modules, "sqlalchemy" in sys.modules)).encode()
    return file[::-1]
