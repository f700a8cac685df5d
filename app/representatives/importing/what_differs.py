"""Tells what is different about a person, in the words of the command and of the page."""

from collections.abc import Iterator

from app.representatives.importing.plan import Change
from app.representatives.importing.questions.lines import numbers_of
from models import LineKind

KINDS = {LineKind.CAPITOL: "State House line", LineKind.DISTRICT: "district line"}
FACTS = {"name": "name", "party": "party", "url": "page", "email": "e-mail"}


def what_differs(change: Change) -> Iterator[tuple[str, str, str]]:
    """What is different, how it was, how it is."""
    before, after = change.before, change.after
    for what, name in FACTS.items():
        if getattr(before, what) != getattr(after, what):
            yield name, getattr(before, what), getattr(after, what)
    told = False
    for kind, name in KINDS.items():
        was, now = ([line for line in it.lines if line.kind is kind] for it in (before, after))
        if was != now:
            told = True
            yield name, numbers_of(was), numbers_of(now)
    if before.lines != after.lines and not told:
        yield "line that rings first", numbers_of(before.lines[:1]), numbers_of(after.lines[:1])
