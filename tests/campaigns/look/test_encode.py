"""A picture is encoded anew, small, upright and bare; whatever is no picture is refused with what to do."""

import struct
import zlib

import pytest
from PIL import Image

from app.campaigns.look import encode as encoding
from app.campaigns.look.encode import IS_SVG, NO_PICTURE, TOO_LARGE, TOO_MANY_PIXELS, NotAPictureError, encode
from tests.world.campaign.pictures import encoded_picture

SECRET = b"N 42.20 W 72.60"


def bomb(width, height):
    """A PNG that says it is as large as this, in a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    parts = (struct.pack(">I", len(it)) + name + it + struct.pack(">I", zlib.crc32(name + it)) for name, it in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def why_not(data):
    with pytest.raises(NotAPictureError) as refused:
        encode(data, within=(100, 100))
    return str(refused.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_it_becomes_a_small_png(kind):
    made = encode(encoded_picture(kind), within=(150, 150))
    assert (made.width, made.height) == (150, 50)
    assert made.data.startswith(b"\x89PNG")


def test_a_small_one_is_not_enlarged():
    assert encode(encoded_picture(size=(10, 10)), within=(150, 150)).width == 10


def test_it_is_turned_as_it_was_held_and_tells_nothing_of_where():
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, SECRET.decode()
    data = encoded_picture("JPEG", exif=exif)
    made = encode(data, within=(150, 150))
    assert SECRET in data
    assert SECRET not in made.data
    assert (made.width, made.height) == (50, 150)


NONE = [b"", b"GIF89a", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", encoded_picture()[:60]]
NONE += [encoded_picture("GIF"), encoded_picture("TIFF")]


@pytest.mark.parametrize("data", NONE)
def test_what_is_no_picture_is_refused(data):
    assert why_not(data) == NO_PICTURE


@pytest.mark.parametrize(
    "data", [b'<?xml version="1.0"?><svg xmlns="x"/>', b"<SVG onload=alert(1)>", b"\xef\xbb\xbf<svg>"]
)
def test_svg_is_refused_with_the_reason(data):
    assert why_not(data) == IS_SVG


@pytest.mark.parametrize("size", [(8000, 5001), (30_000, 30_000)])
def test_one_that_would_fill_the_memory_is_refused(size):
    assert why_not(bomb(*size)) == TOO_MANY_PIXELS


def test_a_large_file_is_refused():
    assert why_not(bytes(encoding.LARGEST_FILE + 1)) == TOO_LARGE
