"""A picture that a phone's camera reads, as a part of the page itself: nothing is fetched, nothing is left behind."""

import io


def qr_code(address: str) -> str:
    """The picture of an address: an element of a page, in which nothing stands but squares."""
    import qrcode  # noqa: PLC0415 - only who needs a picture pays for it
    from qrcode.image.svg import SvgPathImage  # noqa: PLC0415 - see above

    drawn = io.BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, border=2).save(drawn)
    svg = drawn.getvalue().decode()
    return svg[svg.index("<svg") :]
