"""Uploads are decoded in a process of its own: it is stopped in time, and the server never loads the decoder."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.audio import SoundProblem, SoundRefused
from app.audio.decoding import prepare_sound
from tests.world.campaign.sounds import hum, wav

ROOT = Path(__file__).resolve().parents[2]
IMPORT_ALL = """
import app, pkgutil, sys
for module in pkgutil.walk_packages(app.__path__, "app."):
    __import__(module.name)
assert "app.audio.decoding_process" in sys.modules
print([one for one in ("av", "PIL") if one in sys.modules])
"""


def python(program):
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def test_no_module_of_the_app_loads_the_decoders():
    assert python(IMPORT_ALL).stdout == "[]\n"


def test_one_that_takes_too_long_is_told_so():
    with pytest.raises(SoundRefused) as refused:
        prepare_sound(wav(hum()), patience=0.001)
    assert refused.value.problem is SoundProblem.TOO_SLOW
