"""Values of the page of words: a text that fits, the address of a page, an e-mail address."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator, ValidationInfo

from app.organizers.campaigns.words.names import FIELDS
from app.organizers.texts import too_long
from app.serving.forms import Text, Wrong

FARTHEST = 120_000  # characters that are shown again where they do not fit
BARE = re.compile(r"[\w-]+(\.[\w-]+)+([/?#].*)?")
E_MAIL = re.compile(r"[^@\s:/]+@[\w-]+(\.[\w-]+)+")
EMPTY = "{title}: write something here."
NO_ADDRESS = "{title}: “{text}” is no address of a page. Copy it from the browser; it begins with https://."
NO_CONTACT = "{title}: write an e-mail address, or the address of a page."
SHOWN_AGAIN = 60


def address(text: str) -> str:
    """The address of a page; empty where it is none. Whoever leaves out https:// means it."""
    whole = f"https://{text}" if BARE.fullmatch(text) else text
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme == "https" and "." in parts.netloc and " " not in whole else ""


def fitting(title: str, text: str, longest: int) -> str:
    """The text, unless it is too long."""
    if problem := too_long(title, text, longest):
        raise Wrong(problem)
    return text


def page_at(title: str, text: str, longest: int) -> str:
    """The address that was typed, or nothing if nothing was."""
    if text and not address(text):
        raise Wrong(NO_ADDRESS.format(title=title, text=text[:SHOWN_AGAIN]))
    return fitting(title, address(text), longest)


def _optional(text: str, info: ValidationInfo) -> str:
    about = FIELDS[str(info.field_name)]
    return fitting(about.title, text, about.longest)


def _needed(text: str, info: ValidationInfo) -> str:
    if not text:
        raise Wrong(EMPTY.format(title=FIELDS[str(info.field_name)].title))
    return _optional(text, info)


def _page(text: str, info: ValidationInfo) -> str:
    about = FIELDS[str(info.field_name)]
    return page_at(about.title, text, about.longest)


def _contact(text: str, info: ValidationInfo) -> str:
    about = FIELDS[str(info.field_name)]
    if text and not (E_MAIL.fullmatch(text) or address(text)):
        raise Wrong(NO_CONTACT.format(title=about.title))
    return fitting(about.title, text if E_MAIL.fullmatch(text) else address(text), about.longest)


MaybeLine = Annotated[str, Text(limit=FARTHEST), PlainValidator(_optional)]
Line = Annotated[str, Text(limit=FARTHEST), PlainValidator(_needed)]
Lines = Annotated[str, Text(limit=FARTHEST, lines=True), PlainValidator(_optional)]
PageAddress = Annotated[str, Text(limit=FARTHEST), PlainValidator(_page)]
Contact = Annotated[str, Text(limit=FARTHEST), PlainValidator(_contact)]
