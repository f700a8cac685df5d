"""Days on which every office of Massachusetts is closed, or opens late, although it is usually open."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.representatives.opening.changing.exception import remove_exception, set_exception
from app.representatives.opening.changing.whose import EveryOffice
from app.representatives.opening.typed.reading import read_day

MASSACHUSETTS = EveryOffice("MA")
LONG_BEFORE = datetime(2026, 10, 1, tzinfo=UTC)


def close_everything(session: Session, *days: str) -> None:
    """Close every office on these days, for all processes."""
    for day in days:
        set_exception(session, MASSACHUSETTS, date.fromisoformat(day), (), "snow", by="test", now=LONG_BEFORE)
    session.commit()


def open_late(session: Session, day: str, hours: str) -> None:
    """Have every office open in these hours of the day alone, for all processes."""
    spans = read_day(hours)
    set_exception(session, MASSACHUSETTS, date.fromisoformat(day), spans, "snow", by="test", now=LONG_BEFORE)
    session.commit()


def open_again(session: Session, *days: str) -> None:
    """Let these days be like any other."""
    for day in days:
        remove_exception(session, MASSACHUSETTS, date.fromisoformat(day))
    session.commit()
