"""Uploads are decoded in a process of its own: it is stopped in time, and the server never loads the decoder."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.audio import SoundProblem, SoundRefused
from app.audio.decoding import samples_of
from tests.world.campaign.sounds import hum, wav

ROOT = Path(__file__).resolve().parents[2]
IMPORT_ALL = """
import app, pkgutil, sys
for module in pkgutil.walk_packages(app.__path__, "app."):
    __import__(module.name)
assert "app.audio.decoding_process" in sys.modules
print("av" in sys.modules)
"""
EAT = "from app.audio.decoding_process import limit_myself; limit_myself(); print(len(bytearray(2 << 30)))"


def python(program):
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def test_no_module_of_the_app_loads_the_decoder():
    assert python(IMPORT_ALL).stdout == "False\n"


def test_a_process_that_takes_too_long_is_stopped():
    with pytest.raises(SoundRefused) as refused:
        samples_of(wav(hum()), patience=0.001)
    assert refused.value.problem is SoundProblem.UNREADABLE


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac does not limit memory so")
def test_a_process_that_eats_memory_starves():
    assert "MemoryError" in python(EAT).stderr
