"""What an MP3 file tells of itself."""

from pathlib import Path

import pytest

from app.telephony.local_network.phones.mp3 import read_mp3
from voice_flows.said.played import SECONDS, name_of

VOICES = Path(__file__).resolve().parents[4] / "app" / "recordings" / "voices"
LONG = max(SECONDS, key=lambda piece: SECONDS[piece])


@pytest.mark.parametrize("piece", ["7", "lendi", LONG])
def test_title_and_length(piece):
    told = read_mp3((VOICES / f"{name_of(piece)}.mp3").read_bytes())
    assert (told.title, told.seconds) == (piece, pytest.approx(SECONDS[piece], abs=0.15))


@pytest.mark.parametrize(
    "body", [b"", b"RIFF....WAVE", b"ID3", b"ID3\x04\x00\x00\x00\x00\x00\x7f", b"\xff\xfb", b"\xff\xf3\xf4\x00" * 9]
)
def test_no_other_file_is_one(body):
    assert read_mp3(body) is None
