"""A file is looked into by a process of its own: whatever becomes of that, the server goes on, and it never stays."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from app.apart import BrokeDownError, RefusedError, TookTooLongError, decoded
from tests.world.patience import eventually

HOSTILE = "tests.apart.hostile"
ROOT = Path(__file__).resolve().parents[2]
WAITS = f"from app.apart import decoded; decoded({HOSTILE!r}, b'', 'hangs')"


def still_there(server):
    """Those that it has look into something."""
    return [one for one in server.children() if HOSTILE in one.cmdline()]


def test_what_is_made_of_it_comes_back():
    assert decoded(HOSTILE, b"abc" * 1_000_000) == b"cba" * 1_000_000


def test_what_is_not_taken_is_refused_in_a_word():
    with pytest.raises(RefusedError, match="odd"):
        decoded(HOSTILE, b"", "is refused")


@pytest.mark.parametrize(
    "what",
    [
        "kills",
        "fails",
        pytest.param(
            "eats", marks=pytest.mark.skipif(sys.platform == "darwin", reason="a Mac does not limit memory so")
        ),
    ],
)
def test_whoever_dies_of_it_dies_alone(what):
    with pytest.raises(BrokeDownError):
        decoded(HOSTILE, b"abc" * 1_000_000, what)


def test_whoever_is_not_done_in_time_is_stopped():
    with pytest.raises(TookTooLongError):
        decoded(HOSTILE, b"", "hangs", seconds=0.5)
    assert still_there(psutil.Process()) == []


def test_it_knows_no_secrets_and_nothing_of_the_web(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    assert b"canary" not in (told := decoded(HOSTILE, b"", "tells"))
    assert told.endswith(b"False, False)")


@pytest.fixture
def server():
    """Something that has a file looked into which never ends."""
    with subprocess.Popen([sys.executable, "-c", WAITS], cwd=ROOT) as process:  # noqa: S603 - our own
        yield psutil.Process(process.pid)
        process.kill()


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has only the alarm")
@pytest.mark.parametrize("end", ["kill", "terminate"])
def test_it_ends_with_the_server_however_that_ends(server, end):
    (child,) = eventually(lambda: still_there(server))
    getattr(server, end)()
    assert eventually(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
