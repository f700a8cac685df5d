"""Decodes one upload, in a process apart from the server: 8 kHz mono 16-bit samples."""

import io
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from app.apart.refused import RefusedError
from app.audio.problems import SoundProblem

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

RATE = 8000  # samples a second: what a telephone line carries
LONGEST_SECONDS = 60
RATES = range(4000, 192_001)
MOST_CHANNELS = 8

# Containers, codecs and protocols by FFmpeg's names: everything else that it knows stays closed to uploads.
CONTAINERS = ("mov", "mp3", "wav", "ogg", "matroska", "aac", "amr", "flac", "aiff", "caf")
COMPRESSED = ("aac", "alac", "amrnb", "amrwb", "flac", "mp3", "mp3float", "opus", "vorbis")
PLAIN = ("u8", "s8", "s16le", "s24le", "s32le", "f32le", "s16be", "s24be", "s32be", "f32be", "mulaw", "alaw")
CODECS = (*COMPRESSED, *(f"pcm_{kind}" for kind in PLAIN))
OPTIONS = {
    "format_whitelist": ",".join(CONTAINERS),
    "codec_whitelist": ",".join(CODECS),
    "protocol_whitelist": "none",
}
CANCELED_OUT = 1 / 16  # of the loudest channel's energy: its level is a quarter


def samples_in(upload: bytes) -> bytes:
    """The samples of the one sound in the file.

    Raises:
        RefusedError: it is unreadable, a video, several sounds, or too long.
    """
    import av  # noqa: PLC0415 - only in that process

    try:
        with av.open(io.BytesIO(upload), "r", options=OPTIONS) as container:
            return _samples(container, _only_sound(container))
    except (av.FFmpegError, ValueError, MemoryError) as error:
        raise RefusedError(SoundProblem.UNREADABLE) from error


def _only_sound(container: "InputContainer") -> "AudioStream":
    """The sound of a file that has exactly one; the picture of an album's cover is no video."""
    from av.stream import Disposition  # noqa: PLC0415 - see above

    if any(not one.disposition & Disposition.attached_pic for one in container.streams.video):
        raise RefusedError(SoundProblem.VIDEO)
    if len(container.streams.audio) > 1:
        raise RefusedError(SoundProblem.SEVERAL)
    if not container.streams.audio:
        raise RefusedError(SoundProblem.UNREADABLE)
    (sound,) = container.streams.audio
    if sound.codec_context.name not in CODECS:  # the list above is kept by whoever opens the file, not by who decodes
        raise RefusedError(SoundProblem.UNREADABLE)
    if sound.rate not in RATES or not 0 < sound.channels <= MOST_CHANNELS:
        raise RefusedError(SoundProblem.UNREADABLE)
    return sound


def _samples(container: "InputContainer", sound: "AudioStream") -> bytes:
    """All channels together; where they cancel each other out, as with a wire the wrong way round, the loudest."""
    channels = [array("h") for _ in range(sound.channels)]
    for pieces in _by_channel(container, sound):
        for channel, piece in zip(channels, pieces, strict=True):
            channel.frombytes(piece)
    mixed = array("h", (sum(together) // len(channels) for together in zip(*channels, strict=True)))
    loudest = max(channels, key=_energy)
    return (loudest if _energy(mixed) < CANCELED_OUT * _energy(loudest) else mixed).tobytes()


def _energy(samples: "array[int]") -> int:
    return sum(sample * sample for sample in samples)


def _by_channel(container: "InputContainer", sound: "AudioStream") -> "Iterator[list[bytes]]":
    """The samples piece by piece, never more than are allowed. What is damaged in between is left out."""
    import av  # noqa: PLC0415 - see above

    resampler = av.AudioResampler(format="s16p", layout=sound.layout, rate=RATE)
    left = LONGEST_SECONDS * RATE
    for packet in container.demux(sound):
        frames: list[AudioFrame | None] = []
        with suppress(av.InvalidDataError):
            frames = [*packet.decode()]
        for frame in frames:
            for piece in resampler.resample(frame):
                left -= piece.samples
                if left < 0:
                    raise RefusedError(SoundProblem.TOO_LONG)
                yield [bytes(plane)[: 2 * piece.samples] for plane in piece.planes]
    for piece in resampler.resample(None):
        yield [bytes(plane)[: 2 * piece.samples] for plane in piece.planes]
