"""Offices that want to be called less: told to organizers, who alone change how often."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.queue.claim import line_state, set_pace
from app.calls.queue.dead_lines import whose
from app.guard.phone_numbers import national
from app.store.alerts import alert_over, raise_alert
from models import Alert, AlertKind, HolderLine, OfficeHolder, OfficeLine


class Wish(StrEnum):
    """What an office asks for."""

    LESS = "to be called less often"
    NONE = "to be called no more"


OFFICES_PAGE = "/organizers/offices"
BY_PHONE = (
    "{whose} ({number}) called back about {subject} and asks {wish}. Call them before you change anything: a caller ID "
    "proves nothing. Their page has the cures."
)
A_FEW = 5  # calls a day
HEARD = "{whose} ({number}) complained: it takes {few} of our calls a day now. Call them, and say when it is settled."
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


def note_complaint(session: Session, number: str, page: str, now: datetime) -> None:
    """An organizer heard it: the number takes few calls a day from now on, and everybody is led to its page."""
    state = line_state(session, number)
    set_pace(session, number, state.at_once, min(state.a_day or A_FEW, A_FEW))
    sitting = _sitting(session, number)
    sentence = HEARD.format(whose=whose([name for name, _ in sitting]), number=national(number), few=A_FEW)
    raise_alert(session, AlertKind.OFFICE_COMPLAINS, number, sentence, link=page, now=now)


def settle_complaint(session: Session, number: str, now: datetime) -> None:
    """They are content; how often a day they are called stays as it is."""
    alert_over(session, AlertKind.OFFICE_COMPLAINS, number, now=now)


def complaints(session: Session, numbers: Collection[str]) -> frozenset[str]:
    """Those of the numbers whose office complained, and is not content yet."""
    stands = (Alert.kind == AlertKind.OFFICE_COMPLAINS, Alert.over_at.is_(None), Alert.about.in_(numbers))
    return frozenset(session.scalars(select(Alert.about).where(*stands)))


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
