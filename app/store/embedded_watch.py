"""Stops the embedded server of a program that was killed, and could not stop it itself: a shell waits for that."""

import atexit
import subprocess  # nosec B404 # runs this very program
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# It reads a line of a program that ends as it should; of one that was killed, nothing.
WAITS = 'read -r ended && exit; exec "$0" -m app.store.embedded_postgres'


def leave_a_watch() -> None:
    """In a session of its own, lest it be killed with the program."""
    watch = subprocess.Popen(  # nosec B603 # our own command
        ["/bin/sh", "-c", WAITS, sys.executable],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    atexit.register(watch.communicate, b"ended\n")
