"""Sounds as people really have them: made with the same library, or byte by byte where no honest program would."""

import io
import math
import struct
import wave
from array import array

import av

RATE = 8000


def hum(seconds: float = 1.0, *, rate: int = RATE, level: float = 0.3, hertz: int = 440) -> array:
    """A tone of 16-bit samples, so many whole waves a second; `level` 1.0 is as loud as can be."""
    loud, how_many = 32767 * level, int(seconds * rate)
    second = array("h", (round(loud * math.sin(math.tau * hertz * at / rate)) for at in range(min(rate, how_many))))
    return (second * (how_many // rate + 1))[:how_many]


def quiet(seconds: float = 1.0) -> array:
    """Silence."""
    return array("h", bytes(2 * int(seconds * RATE)))


def wav(samples: array, rate: int = RATE, channels: int = 1) -> bytes:
    """A WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def wav_that_claims(samples: array, *, rate: int = RATE, channels: int = 1, bytes_claimed: int | None = None) -> bytes:
    """A WAV file whose header says whatever it likes."""
    claimed = struct.pack("<I", 2 * len(samples) if bytes_claimed is None else bytes_claimed)
    a_second = (rate * channels * 2) & 0xFFFFFFFF
    form = struct.pack("<IHHIIHH", 16, 1, channels, rate, a_second, (channels * 2) & 0xFFFF, 16)
    return b"RIFF" + claimed + b"WAVEfmt " + form + b"data" + claimed + samples.tobytes()


def stereo(left: array, right: array) -> array:
    """The samples of both channels in turn."""
    return array("h", (sample for together in zip(left, right, strict=True) for sample in together))


def amr(seconds: float = 1.0) -> bytes:
    """An AMR file, frame by frame, since no library at hand writes one: 20 ms of a mode's noise each."""
    frame = bytes([0x3C]) + bytes((17 * at + 5) % 256 for at in range(31))
    return b"#!AMR\n" + frame * round(seconds * 50)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c63f8ffff3f0005fe02fea7d7a4d80000000049454e44ae426082"
)
KINDS = {
    "m4a": ("ipod", "aac", 44_100),
    "lossless m4a": ("ipod", "alac", 44_100),
    "mp3": ("mp3", "libmp3lame", 44_100),
    "ogg": ("ogg", "libopus", 48_000),
    "webm": ("webm", "libopus", 48_000),
    "wav": ("wav", "pcm_s16le", 48_000),
    "flac": ("flac", "flac", 44_100),
    "aac": ("adts", "aac", 44_100),
    "aiff": ("aiff", "pcm_s16be", 44_100),
    "caf": ("caf", "alac", 44_100),
    "plain caf": ("caf", "pcm_s16be", 44_100),
    "wavpack in a film": ("matroska", "wavpack", 44_100),
    "old sound in a wave": ("wav", "adpcm_ms", 44_100),
    "avi": ("avi", "pcm_s16le", 44_100),
}


def encoded(kind: str, seconds: float = 1.0, *, layout: str = "mono", sounds: int = 1, video: bool = False) -> bytes:
    """A file of this kind, with so many sounds in it, or with a moving picture."""
    form, codec, rate = KINDS[kind]
    file = io.BytesIO()
    with av.open(file, "w", format="mp4" if video else form) as container:
        streams = [container.add_stream(codec, rate=rate, layout=layout) for _ in range(sounds)]
        pictures = [container.add_stream("mpeg4", rate=25, width=64, height=64, pix_fmt="yuv420p")] if video else []
        for stream in streams:
            container.mux(packet for frame in _frames(stream, seconds) for packet in stream.encode(frame))
        for picture in pictures:
            black = [av.VideoFrame(64, 64, "yuv420p"), None]
            container.mux(packet for frame in black for packet in picture.encode(frame))
    return file.getvalue()


def with_cover(mp3: bytes) -> bytes:
    """The same MP3 file with the picture of an album's cover."""
    picture = b"\x00image/png\x00\x03\x00" + PNG
    frame = b"APIC" + struct.pack(">IH", len(picture), 0) + picture
    assert len(frame) < 128 * 128
    return b"ID3\x03\x00\x00\x00\x00" + bytes([len(frame) >> 7, len(frame) & 127]) + frame + mp3


def _frames(stream, seconds):
    samples = hum(seconds, rate=stream.rate)
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
    frame.sample_rate, frame.pts = stream.rate, 0
    frame.planes[0].update(samples.tobytes())
    codec = stream.codec_context
    resampler = av.AudioResampler(codec.format, codec.layout, codec.sample_rate, codec.frame_size or None)
    return [*resampler.resample(frame), *resampler.resample(None), None]


def samples_of(file: bytes) -> array:
    """The samples of a WAV file as the telephone plays it."""
    with wave.open(io.BytesIO(file)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
        return array("h", sound.readframes(sound.getnframes()))
