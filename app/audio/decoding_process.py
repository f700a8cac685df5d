"""A program of its own that decodes one upload: a file on its input, 8 kHz mono 16-bit samples on its output.

It is run apart from the server, so that a file made to hang, to crash or to eat memory takes nothing down but this. It
imports nothing of ours. What it refuses it says in one word on its error output.
"""

import io
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

RATE = 8000  # samples a second: what a telephone line carries
LONGEST_SECONDS = 60
MOST_MEMORY = 1 << 30  # bytes of address space
MOST_CPU_SECONDS = 10
RATES = range(4000, 192_001)
MOST_CHANNELS = 8

# Containers, codecs and protocols by FFmpeg's names: everything else that it knows stays closed to uploads.
OPTIONS = {
    "format_whitelist": "mov,mp3,wav,ogg,matroska",
    "codec_whitelist": "aac,alac,mp3,mp3float,opus,vorbis,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_mulaw",
    "protocol_whitelist": "none",
}


class Refused(Exception):
    """The upload cannot be used; the message is one word."""


def decode(upload: bytes) -> bytes:
    """The samples of the one sound in the file.

    Raises:
        Refused: "unreadable", "video", "several" or "too-long".
    """
    import av  # noqa: PLC0415 - only after the limits are set, and only here

    try:
        with av.open(io.BytesIO(upload), "r", options=OPTIONS) as container:
            return b"".join(_samples(container, _only_sound(container)))
    except (av.FFmpegError, ValueError, MemoryError) as error:
        raise Refused("unreadable") from error


def _only_sound(container: "InputContainer") -> "AudioStream":
    """The sound of a file that has exactly one; the picture of an album's cover is no video."""
    from av.stream import Disposition  # noqa: PLC0415 - see above

    if any(not one.disposition & Disposition.attached_pic for one in container.streams.video):
        raise Refused("video")
    if len(container.streams.audio) > 1:
        raise Refused("several")
    if not container.streams.audio:
        raise Refused("unreadable")
    (sound,) = container.streams.audio
    if sound.rate not in RATES or not 0 < sound.channels <= MOST_CHANNELS:
        raise Refused("unreadable")
    return sound


def _samples(container: "InputContainer", sound: "AudioStream") -> Iterator[bytes]:
    """The samples frame by frame, never more than are allowed. What is damaged in between is left out."""
    import av  # noqa: PLC0415 - see above

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    left = LONGEST_SECONDS * RATE
    for packet in container.demux(sound):
        frames = []
        with suppress(av.InvalidDataError):
            frames = packet.decode()
        for frame in frames:
            for piece in resampler.resample(frame):
                left -= piece.samples
                if left < 0:
                    raise Refused("too-long")
                yield bytes(piece.planes[0])[: 2 * piece.samples]
    for piece in resampler.resample(None):
        yield bytes(piece.planes[0])[: 2 * piece.samples]


def limit_myself() -> None:
    """No more memory or time than a sound of a minute needs, and no file is written."""
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a Mac does not limit memory so
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    limit_myself()
    try:
        sys.stdout.buffer.write(decode(sys.stdin.buffer.read()))
    except Refused as refused:
        sys.exit(str(refused))
