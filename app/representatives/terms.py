"""When a new term begins: facts about offices of before are then overtaken, which is told a month ahead."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.language.moments.short import day_in_words
from app.store.alerts import alert_over, raise_alert
from models import AlertKind, Roster

A_MONTH = timedelta(days=30)
A_WEEK = 7
WEDNESDAY = 2
OFFICES_PAGE = "/organizers/offices"
SOON = "On {day} a new General Court begins. From then on, import who was elected: flask representatives import."
BEGUN = "A new General Court began on {day}, and our offices are of before: flask representatives import."


def general_court_begins(year: int) -> date:
    """The first Wednesday of January of an odd year, by the constitution of Massachusetts."""
    first = date(year, 1, 1)
    return first + timedelta(days=(WEDNESDAY - first.weekday()) % A_WEEK)


BEGINS: Mapping[str, Callable[[int], date]] = {"MA": general_court_begins}


def tell_of_terms(session: Session, now: datetime) -> None:
    """Raise the alert of each state whose facts a new term overtakes, until there are newer ones."""
    today = eastern_day(now)
    for roster in session.scalars(select(Roster).where(Roster.state.in_(BEGINS))):
        day = _latest(BEGINS[roster.state], today + A_MONTH)
        if roster.as_of >= day:
            alert_over(session, AlertKind.TERM_ENDS, roster.state, now=now)
            continue
        sentence = (SOON if today < day else BEGUN).format(day=day_in_words(day))
        raise_alert(session, AlertKind.TERM_ENDS, roster.state, sentence, link=OFFICES_PAGE, now=now)


def _latest(begins: Callable[[int], date], until: date) -> date:
    """The latest beginning of a term up to this day."""
    odd = until.year if until.year % 2 else until.year - 1
    return begins(odd) if begins(odd) <= until else begins(odd - 2)
