"""The team's own list of numbers that are never rung, beside the one that comes with the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import NeverRung


@dataclass(frozen=True)
class Added:
    """What is said of numbers that are added together: from where they are known, as of when, and who adds them."""

    source: str
    as_of: date | None
    by: str
    now: datetime


def own_list(session: Session) -> Sequence[NeverRung]:
    """The list, by number."""
    return session.scalars(select(NeverRung).order_by(NeverRung.begins)).all()


def add_numbers(session: Session, whose: Mapping[str, str], added: Added) -> Sequence[str]:
    """Put numbers, or how they begin, on the list, each with whose it is; those that are new there."""
    told = {"source": added.source, "as_of": added.as_of, "added_at": added.now, "added_by": added.by}
    rows = [{"begins": begins, "what": what, **told} for begins, what in whose.items()]
    new = insert(NeverRung).values(rows).on_conflict_do_nothing().returning(NeverRung.begins)
    return sorted(session.scalars(new))


def is_on_own_list(session: Session, phone: str) -> bool:
    """Whether this number stands there by itself."""
    return session.get(NeverRung, phone) is not None


def remove_number(session: Session, begins: str) -> bool:
    """Take one off the list; whether it stood there."""
    gone = delete(NeverRung).where(NeverRung.begins == begins).returning(NeverRung.begins)
    return session.scalar(gone) is not None
