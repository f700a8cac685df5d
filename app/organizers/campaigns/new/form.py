"""The forms with which a campaign begins."""

from enum import StrEnum
from typing import Annotated

from pydantic import PlainValidator

from app.campaigns.new.slugs import LONGEST, SLUG, slug_of
from app.organizers.texts import too_long
from app.serving.forms import Form, Text, Wrong
from models import WhomToCall

LONGEST_GROUP = 120
LONGEST_SUBJECT = 100  # so that it fits into the headline, which is longer
FARTHEST = 120_000  # characters that are shown again where they do not fit
NO_GROUP = "Write who asks: the name of your group."
NO_SUBJECT = "Write what it is about."
NO_RULE = "Choose whom supporters call."
NO_SLUG = "An address has small letters, digits and hyphens. How about “{fits}”?"
LONG_SLUG = "This address is too long. How about “{fits}”?"
TAKEN = "Another campaign has this address, or none may have it. “{free}” is free: we put it in."


class Copied(StrEnum):
    """Which words of another campaign a copy takes."""

    PREPARED = "prepared"
    PUBLISHED = "published"


def _group(text: str) -> str:
    return _text(text, "Your group", LONGEST_GROUP, NO_GROUP)


def _subject(text: str) -> str:
    return _text(text, "What it is about", LONGEST_SUBJECT, NO_SUBJECT)


def _text(text: str, title: str, longest: int, otherwise: str) -> str:
    if problem := too_long(title, text, longest) if text else otherwise:
        raise Wrong(problem)
    return text


def _slug(text: str) -> str:
    """Empty where it is left to us."""
    typed = text.lower().rpartition("/c/")[2].strip("/ ")
    if typed and not SLUG.fullmatch(typed):
        raise Wrong(NO_SLUG.format(fits=slug_of(typed)))
    if len(typed) > LONGEST:
        raise Wrong(LONG_SLUG.format(fits=slug_of(typed)))
    return typed


Slug = Annotated[str, Text(limit=FARTHEST), PlainValidator(_slug)]


class NewForm(Form):
    """Who asks, what for, whom supporters call, and where the page is to be."""

    group: Annotated[str, Text(limit=FARTHEST), PlainValidator(_group)]
    subject: Annotated[str, Text(limit=FARTHEST), PlainValidator(_subject)]
    rule: Annotated[WhomToCall, Text(limit=40, otherwise=NO_RULE)]
    slug: Slug


class AddressForm(Form):
    """Where a draft is to be."""

    slug: Slug


class CopyForm(Form):
    """Which words, and where the copy is to be."""

    which: Annotated[Copied, Text(limit=20, otherwise="Choose which words.")]
    slug: Slug
