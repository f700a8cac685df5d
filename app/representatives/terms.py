"""When a new term begins: facts about offices of before are then overtaken, which is told two months ahead."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.language.moments.short import day_in_words
from app.representatives.importing.waiting.kept import request_of, waiting
from app.store.alerts import alert_over, raise_alert
from models import AlertKind, Chamber, Roster

TOLD_AHEAD = timedelta(days=60)
A_WEEK = 7
WEDNESDAY = 2
OFFICES_PAGE = "/organizers/offices"
SOON = "On {day}, {days}, a new General Court takes office, and nobody of its {chambers} is prepared."
PREPARE = (
    "Prepare who was elected, and it holds from then on: under “Offices”, “Bring in who sits where”, or by flask "
    "representatives import FILE --in-force {iso}"
)
BEGUN = "A new General Court took office on {day}, and our offices are of before."
BRING_IN = "Bring in who was elected under “Offices”."
IMPORT = "Bring in who sits now: under “Offices”, or by flask representatives import FILE"


@dataclass(frozen=True)
class Overtaken:
    """Facts of a state that a new term overtakes on a day, how many days ahead, and whom nobody prepared for it."""

    state: str
    day: date
    days: int
    chambers: tuple[Chamber, ...]

    @property
    def has_begun(self) -> bool:
        """Whether the new term has begun."""
        return self.days <= 0

    @property
    def sentence(self) -> str:
        """What is wrong."""
        chambers = " and ".join(chamber.title() for chamber in self.chambers)
        days = {1: "tomorrow"}.get(self.days, f"in {self.days} days")
        told = BEGUN if self.has_begun else SOON
        return told.format(day=day_in_words(self.day), days=days, chambers=chambers)

    @property
    def alert(self) -> str:
        """The same for whoever has no command line: it stands above every page, and so is short."""
        return f"{self.sentence} {BRING_IN}"

    @property
    def cure(self) -> str:
        """What to do, by either way."""
        return IMPORT if self.has_begun else PREPARE.format(iso=self.day)


def general_court_begins(year: int) -> date:
    """The first Wednesday of January of an odd year, by the constitution of Massachusetts."""
    first = date(year, 1, 1)
    return first + timedelta(days=(WEDNESDAY - first.weekday()) % A_WEEK)


BEGINS: Mapping[str, Callable[[int], date]] = {"MA": general_court_begins}


def overtaken(session: Session, now: datetime) -> Iterator[Overtaken]:
    """The facts that a new term overtakes within sixty days, or did, and of which nobody prepared all that follows."""
    today = eastern_day(now)
    for roster in session.scalars(select(Roster).where(Roster.state.in_(BEGINS))):
        day = _latest(BEGINS[roster.state], today + TOLD_AHEAD)
        missing = _missing(session, roster.state, day) if roster.as_of < day else ()
        if missing:
            yield Overtaken(roster.state, day, (day - today).days, missing)


def tell_of_terms(session: Session, now: datetime) -> None:
    """Raise the alert of each state whose facts a new term overtakes, until who follows is prepared or in force."""
    found = {it.state: it for it in overtaken(session, now)}
    for state in BEGINS:
        if state not in found:
            alert_over(session, AlertKind.TERM_ENDS, state, now=now)
            continue
        raise_alert(session, AlertKind.TERM_ENDS, state, found[state].alert, link=OFFICES_PAGE, now=now)


def _missing(session: Session, state: str, day: date) -> tuple[Chamber, ...]:
    """The chambers of which nothing is prepared for this day or later."""
    requests = [request_of(prepared) for prepared in waiting(session, state)]
    ready = {chamber for it in requests if it.as_of >= day and not it.only for chamber in it.chambers}
    return tuple(chamber for chamber in Chamber if chamber not in ready)


def _latest(begins: Callable[[int], date], until: date) -> date:
    """The latest beginning of a term up to this day."""
    odd = until.year if until.year % 2 else until.year - 1
    return begins(odd) if begins(odd) <= until else begins(odd - 2)
