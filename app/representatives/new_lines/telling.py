"""Tells the team which numbers nobody has confirmed: an alert for each who set some."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from app.guard.phone_numbers import national
from app.representatives.new_lines.unconfirmed import Unconfirmed, unconfirmed
from app.store.alerts import others_over, raise_alert
from models import AlertKind

PAGE = "/organizers/offices/new-lines"
LONGEST_ABOUT = 80
NAMED = 3
SENTENCE = "{by} set {numbers}, and nobody else has looked yet. Look whether that is right, and confirm it."
ONE, SEVERAL, MORE = "the number of {offices}", "the numbers of {offices}", "{first} and {more} more"


def tell(session: Session, now: datetime) -> None:
    """Raise what is to be looked at; what was confirmed, or taken back, is over."""
    by_setter = sorted(unconfirmed(session), key=lambda it: it.set_by)
    told = {by: list(theirs) for by, theirs in groupby(by_setter, key=lambda it: it.set_by)}
    for by, theirs in told.items():
        sentence = SENTENCE.format(by=by, numbers=_numbers(theirs))
        raise_alert(session, AlertKind.LINE_UNCONFIRMED, by[:LONGEST_ABOUT], sentence, link=PAGE, now=now)
    others_over(session, AlertKind.LINE_UNCONFIRMED, [by[:LONGEST_ABOUT] for by in told], now=now)


def _numbers(theirs: Sequence[Unconfirmed]) -> str:
    """The number of Mike Moore, (617) 555-0142."""
    named = [f"{it.name}, {national(it.e164, it.extension)}" for it in theirs]
    first, more = "; ".join(named[:NAMED]), len(named) - NAMED
    return (ONE if len(named) == 1 else SEVERAL).format(
        offices=MORE.format(first=first, more=more) if more > 0 else first
    )
