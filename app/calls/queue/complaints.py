"""Offices that want to be called less: told to organizers, who alone change how often."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.queue.dead_lines import whose
from app.guard.phone_numbers import national
from app.store.alerts import raise_alert
from models import AlertKind, HolderLine, OfficeHolder, OfficeLine


class Wish(StrEnum):
    """What an office asks for."""

    LESS = "to be called less often"
    NONE = "to be called no more"


OFFICES_PAGE = "/organizers/offices"
BY_PHONE = (
    "{whose} ({number}) called back about {subject} and asks {wish}. Call them before you change anything: a caller ID "
    "proves nothing. Their page has the cures."
)
UNKNOWN = "Somebody called back about {subject}, from a number that is no office's that we know, and asks {wish}."


def tell_of_wish(session: Session, caller: str | None, subject: str, wish: Wish, now: datetime) -> None:
    """An office said so by key. The number of whoever is no office of ours is told to nobody."""
    sitting = _sitting(session, caller)
    if not caller or not sitting:
        sentence = UNKNOWN.format(subject=subject, wish=wish)
        raise_alert(session, AlertKind.OFFICE_COMPLAINS, "", sentence, link=OFFICES_PAGE, now=now)
        return
    names = whose([name for name, _ in sitting])
    sentence = BY_PHONE.format(whose=names, number=national(caller), subject=subject, wish=wish)
    link = f"{OFFICES_PAGE}/{sitting[0][1]}" if len(sitting) == 1 else OFFICES_PAGE
    raise_alert(session, AlertKind.OFFICE_COMPLAINS, caller, sentence, link=link, now=now)


def _sitting(session: Session, number: str | None) -> list[tuple[str, str]]:
    """Who sits behind a number, and for which district."""
    query = (
        select(OfficeHolder.name, OfficeHolder.district_geoid)
        .join(HolderLine, HolderLine.holder_id == OfficeHolder.id)
        .join(OfficeLine, OfficeLine.id == HolderLine.line_id)
        .where(OfficeLine.e164 == number, OfficeHolder.valid_to.is_(None))
        .distinct()
        .order_by(OfficeHolder.name)
    )
    return [(name, geoid) for name, geoid in session.execute(query)]
