"""Decodes a picture, in a process apart from the server, and encodes it anew with nothing hidden in it."""

import io
import warnings
from typing import TYPE_CHECKING

from app.apart.refused import RefusedError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
NONE, TOO_MANY = "none", "too-many-pixels"
FINE = 2  # times as large as it becomes is what is read of a photograph: as good, and many times sooner


def decode(data: bytes, width: str, height: str) -> bytes:
    """A PNG of the picture, turned as it was held, no larger than this and never enlarged.

    Raises:
        RefusedError: it is none, or too large.
    """
    within = int(width), int(height)
    upright = _upright(data, within)
    upright.thumbnail(within)
    return _png(upright)


def _upright(data: bytes, within: tuple[int, int]) -> "Picture":
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only in that process

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise RefusedError(TOO_MANY)
                picture.draft(None, (FINE * max(within), FINE * max(within)))
                return ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as cause:
        raise RefusedError(TOO_MANY) from cause
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as cause:
        raise RefusedError(NONE) from cause


def _png(upright: "Picture") -> bytes:
    from PIL import Image  # noqa: PLC0415 - as above

    bare = Image.frombytes("RGBA", upright.size, upright.tobytes())  # without anything that the file told beside
    out = io.BytesIO()
    bare.save(out, "PNG", optimize=True)
    return out.getvalue()
