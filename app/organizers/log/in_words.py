"""Says in a sentence which calls of the log were asked for."""

from collections.abc import Iterator

from app.language.moments.short import calendar_day
from app.organizers.log.choices import HOURS, STANCES, WAYS, WORDS_OF
from app.organizers.log.filters import Asked, Known
from app.organizers.prompts.names import LANGUAGES


def in_words(asked: Asked, known: Known) -> str:
    """What was asked for, part after part; empty where that is every call."""
    return " · ".join([*_whose(asked, known), *_when(asked), *_what(asked)])


def _whose(asked: Asked, known: Known) -> Iterator[str]:
    which = asked.filter
    if which.call_id is not None:
        yield f"call {which.call_id}"
    if which.campaign_id is not None:
        yield known.campaigns[which.campaign_id]
    if which.phone_bank_id is not None:
        yield known.rooms[which.phone_bank_id]
    if which.town:
        yield f"from {which.town}"
    if which.geoid:
        yield f"to {known.offices[which.geoid]}"


def _when(asked: Asked) -> Iterator[str]:
    since, until, hour = asked.filter.since, asked.filter.until, asked.filter.hour
    if since and since == until:
        yield calendar_day(since)
    elif since or until:
        first, last = f"from {calendar_day(since)}" if since else "", f"to {calendar_day(until)}" if until else ""
        yield f"{first} {last}".strip()
    if hour is not None:
        clock = asked.query["hour"].partition("-")[2].upper()
        yield f"between {HOURS[hour]} and {HOURS[(hour + 1) % 24]} {clock}".rstrip()


def _what(asked: Asked) -> Iterator[str]:
    yield from (WORDS_OF[asked.query[name]] for name in ("outcome", "also") if name in asked.query)
    if "kind" in asked.query:
        yield WAYS[asked.query["kind"]][1].lower()
    if asked.filter.language:
        yield f"in {LANGUAGES[asked.filter.language]}"
    if asked.filter.stance:
        yield f"the office {STANCES[asked.filter.stance].lower()}"
    if asked.noted:
        yield f"with “{asked.words}” in a note" if asked.words else "with a note"
