"""Makes of a picture that somebody chose one of ours: small enough, and encoded anew, apart from the server."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from app.apart import BrokeDownError, RefusedError, TookTooLongError, decoded
from app.campaigns.look.bare import NONE, TOO_MANY

DECODER = "app.campaigns.look.bare"
LARGEST_FILE = 10 * 1024 * 1024
SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
SIZE = struct.Struct(">16x2I")  # of a PNG

TOO_LARGE = "This file is larger than 10 MB. Save it smaller, and choose it again."
IS_SVG = "SVG files can carry programs, so we take none. Save it as PNG, at least 400 pixels wide."
NO_PICTURE = "This is no picture that we can read. Take a PNG, JPEG or WebP file."
TOO_MANY_PIXELS = "This picture has more than 40 million pixels. Save it smaller, and choose it again."
TOO_SLOW = "Reading this picture took too long, so we stopped. Save it smaller, and choose it again."
WORDS: Mapping[str, str] = {NONE: NO_PICTURE, TOO_MANY: TOO_MANY_PIXELS}


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
        NoPlaceError: as many files as can be are looked into already.
        NotAPictureError: it is none, or too large.
    """
    if len(data) > LARGEST_FILE:
        raise NotAPictureError(TOO_LARGE)
    if SVG.search(data[:4096]):
        raise NotAPictureError(IS_SVG)
    try:
        made = decoded(DECODER, data, *(str(most) for most in within))
    except RefusedError as refused:
        raise NotAPictureError(WORDS[str(refused)]) from None
    except TookTooLongError:
        raise NotAPictureError(TOO_SLOW) from None
    except BrokeDownError:
        raise NotAPictureError(NO_PICTURE) from None
    width, height = SIZE.unpack_from(made)
    return Encoded(data=made, width=width, height=height)
