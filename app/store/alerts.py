"""Raises an alert, and says that it is over: whoever finds something wrong does so, in a statement each."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import Alert, AlertKind

LONGEST = 500  # characters of a sentence


def raise_alert(session: Session, kind: AlertKind, about: str, sentence: str, *, link: str, now: datetime) -> None:
    """Something is wrong: one that stands already stays the same alert. `link` is an address on this server."""
    facts = {"sentence": sentence[:LONGEST], "link": link, "seen_at": now}
    first = insert(Alert).values(kind=kind, about=about, raised_at=now, **facts)
    session.execute(
        first.on_conflict_do_update(
            index_elements=[Alert.kind, Alert.about], index_where=Alert.over_at.is_(None), set_=facts
        )
    )


def alert_over(session: Session, kind: AlertKind, about: str, *, now: datetime) -> bool:
    """It is all right again; nothing happens where no such alert stands. Whether somebody was sent a letter of it."""
    stands = (Alert.kind == kind, Alert.about == about, Alert.over_at.is_(None))
    over = update(Alert).where(*stands).values(over_at=now).returning(Alert.sent_at)
    return session.scalar(over) is not None


def others_over(session: Session, kind: AlertKind, still: Collection[str], *, now: datetime) -> None:
    """Of this kind nothing is wrong any more but these."""
    stand = (Alert.kind == kind, Alert.about.not_in(still), Alert.over_at.is_(None))
    session.execute(update(Alert).where(*stand).values(over_at=now))
