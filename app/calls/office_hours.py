"""Whether an office is open, and when it opens."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.representatives import directory


@dataclass(frozen=True)
class Closed:
    """An office that is closed; `opens` is when it opens next, None where no day is known within two months."""

    opens: datetime | None


def opening(session: Session, line_id: int, now: datetime) -> Closed | None:
    """None while the office behind this line is open; one small statement while the roster is unchanged."""
    hours = directory(session).hours(line_id)
    return None if hours.is_open(now) else Closed(hours.next_opening(now))
