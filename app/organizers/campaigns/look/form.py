"""The form of a campaign's color and of what others show of it."""

from typing import Annotated

from pydantic import PlainValidator

from app.campaigns.look.color import COLOR, is_readable, readable
from app.serving.forms import Form, Text, Wrong

NO_COLOR = "Type a color as six digits from 0 to 9 and a to f, such as #0f5c63, or leave the field empty."
TOO_PALE = "Many could not read text in this color on our paper. Take a darker one: {darker} is close to it."
LONGEST = 300
TOO_LONG = f"This is too long: {LONGEST} characters fit."
FARTHEST = 20_000  # characters that are read at all; what is too long is shown again, not cut


def _accent(typed: str) -> str:
    if not typed:
        return ""
    meant = COLOR.fullmatch(typed)
    if meant is None:
        raise Wrong(NO_COLOR)
    color = f"#{meant[1].lower()}"
    if not is_readable(color):
        raise Wrong(TOO_PALE.format(darker=readable(color)))
    return color


def _description(typed: str) -> str:
    if len(typed) > LONGEST:
        raise Wrong(TOO_LONG)
    return typed


class LookForm(Form):
    """The color, and the description for sharing."""

    accent: Annotated[str, Text(limit=40), PlainValidator(_accent)]
    share_description: Annotated[str, Text(limit=FARTHEST, wide=True), PlainValidator(_description)]
