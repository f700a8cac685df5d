"""How old the facts about offices are, and which of them are overtaken by now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.readiness.check import About, Check, Weight
from app.representatives.facts.age import Age, age_of, days_old
from app.representatives.terms import overtaken
from models import District, Roster

IMPORT = "flask representatives import"
NO_OFFICES = Check(About.OFFICES, Weight.WARNS, "There are no offices in the database.", "Run: flask seed")


class Dated(Protocol):
    """Facts that say of which day they are and where they come from."""

    @property
    def as_of(self) -> date:
        """Their day."""
        ...

    @property
    def source(self) -> str:
        """Where they come from."""
        ...


@dataclass(frozen=True)
class FactsAge:
    """Whose facts, of which day, and whether that is too long ago; `today` is the day in Massachusetts."""

    as_of: date
    source: str
    days: int
    age: Age
    today: date


def facts_age(facts: Dated, now: datetime) -> FactsAge:
    """The age of a state's offices."""
    today = eastern_day(now)
    return FactsAge(facts.as_of, facts.source, days_old(facts.as_of, today), age_of(facts.as_of, today), today)


def facts_checks(session: Session, now: datetime) -> Iterator[Check]:
    """Offices that are missing or old, or soon will be, and seats that should be filled by now."""
    rosters = session.scalars(select(Roster).order_by(Roster.state)).all()
    if not rosters:
        yield NO_OFFICES
    for roster in rosters:
        facts = facts_age(roster, now)
        if facts.age is Age.OLD:
            old = f"The offices of {roster.state} are {facts.days} days old ({facts.as_of})."
            yield Check(About.OFFICES, Weight.WARNS, old, f"Run: {IMPORT}")
    for term in overtaken(session, now):
        yield Check(About.OFFICES, Weight.WARNS, term.sentence, term.cure)
    yield from _vacant_for_long(session, eastern_day(now))


def _vacant_for_long(session: Session, today: date) -> Iterator[Check]:
    """Seats that should be filled by now: no fault of this installation."""
    overdue = select(District).where(District.vacant_until < today).order_by(District.geoid)
    for district in session.scalars(overdue):
        name = f"{district.name} ({district.state} {str(district.chamber).title()})"
        sentence = f"{name} was to be vacant until {district.vacant_until}."
        yield Check(About.OFFICES, Weight.HINTS, sentence, f"If it is filled: {IMPORT}")
