"""How old the offices' facts are, as organizers read it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.calls.shown.log import EASTERN
from app.representatives import Directory
from app.representatives.facts.age import Age, age_of, days_old


@dataclass(frozen=True)
class FactsAge:
    """Whose facts, of which day, and whether that is too long ago; `today` is the day in Massachusetts."""

    as_of: date
    source: str
    days: int
    age: Age
    today: date


def facts_age(facts: Directory, now: datetime) -> FactsAge:
    """The age of a state's offices."""
    today = now.astimezone(EASTERN).date()
    return FactsAge(facts.as_of, facts.source, days_old(facts.as_of, today), age_of(facts.as_of, today), today)
