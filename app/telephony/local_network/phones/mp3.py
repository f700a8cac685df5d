"""What an MP3 file tells of itself: its title, and how long it plays where its bit rate is constant."""

from dataclasses import dataclass

HEADER, FRAME_HEADER, SYNC = 10, 10, 0xFF
SYNC_LAYER_3 = (0xE2, 0xE3, 0xF2, 0xF3, 0xFA, 0xFB)  # the second byte of a frame: MPEG 1, 2 or 2.5, layer III
RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # kbit/s
RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
MPEG_1 = (0xFA, 0xFB)
ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


@dataclass(frozen=True)
class Mp3:
    """A title, empty where there is none, and seconds."""

    title: str
    seconds: float


def read_mp3(body: bytes) -> Mp3 | None:
    """What the file tells; None where it is no MP3 file."""
    size = HEADER + _synchsafe(body[6:HEADER]) if body[:3] == b"ID3" else 0
    sound = body[size:]
    if len(sound) <= HEADER or sound[0] != SYNC or sound[1] not in SYNC_LAYER_3:
        return None
    rates = RATES_1 if sound[1] in MPEG_1 else RATES_2
    rate = rates[sound[2] >> 4] if sound[2] >> 4 < len(rates) else 0
    return Mp3(_title(body[HEADER:size]), len(sound) * 8 / (rate * 1000)) if rate else None


def _title(frames: bytes) -> str:
    at = frames.find(b"TIT2")
    if at < 0:
        return ""
    length = _synchsafe(frames[at + 4 : at + 8])
    told = frames[at + FRAME_HEADER : at + FRAME_HEADER + length]
    return told[1:].decode(ENCODINGS.get(told[0], "latin-1"), errors="replace").strip("\x00") if told else ""


def _synchsafe(four: bytes) -> int:
    """Seven bits a byte."""
    return sum((byte & 0x7F) << (7 * place) for place, byte in enumerate(reversed(four)))
