"""Makes of a picture that somebody chose one of ours: small enough, encoded anew, and with nothing hidden in it."""

import io
import re
import warnings
from dataclasses import dataclass

LARGEST_FILE = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
FORMATS = ("PNG", "JPEG", "WEBP")

TOO_LARGE = "This file is larger than 10 MB. Save it smaller, and choose it again."
IS_SVG = "SVG files can carry programs, so we take none. Save it as PNG, at least 400 pixels wide."
NO_PICTURE = "This is no picture that we can read. Take a PNG, JPEG or WebP file."
TOO_MANY_PIXELS = "This picture has more than 40 million pixels. Save it smaller, and choose it again."


class NotAPictureError(ValueError):
    """It is not taken; the sentence says what to do."""


@dataclass(frozen=True)
class Encoded:
    """A PNG picture."""

    data: bytes
    width: int
    height: int


def encode(data: bytes, *, within: tuple[int, int]) -> Encoded:
    """The picture, turned as it was held, no larger than this and never enlarged.

    Raises:
        NotAPictureError: it is none, or too large.
    """
    if len(data) > LARGEST_FILE:
        raise NotAPictureError(TOO_LARGE)
    if SVG.search(data[:4096]):
        raise NotAPictureError(IS_SVG)
    return _encoded(data, within)


def _encoded(data: bytes, within: tuple[int, int]) -> Encoded:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only who uploads pays for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise NotAPictureError(TOO_MANY_PIXELS)
                upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPictureError(TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as cause:
        raise cause if isinstance(cause, NotAPictureError) else NotAPictureError(NO_PICTURE) from None
    upright.thumbnail(within)
    bare = Image.frombytes("RGBA", upright.size, upright.tobytes())  # without anything that the file told beside
    out = io.BytesIO()
    bare.save(out, "PNG", optimize=True)
    return Encoded(data=out.getvalue(), width=bare.width, height=bare.height)
