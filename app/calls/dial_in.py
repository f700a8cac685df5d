"""No-number mode: a page shows a code, whoever dials the hotline keys it, and the page follows their call."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from app.calls.offices_of_a_call import from_json, give_offices, to_json
from app.calls.place import PlannedOffice
from models import DialIn

GOOD_FOR = timedelta(minutes=30)
TRIES = 20


class NoCodeFreeError(Exception):
    """Very many pages wait for a call just now."""


@dataclass(frozen=True)
class WaitingPage:
    """A page that waits for its supporter to dial; `call_id` is their call once they have."""

    campaign_id: int
    code: str
    good_until: datetime
    call_id: int | None


def wait_for_call(
    session: Session,
    campaign_id: int,
    offices: tuple[PlannedOffice, ...],
    *,
    town: str,
    language: str,
    now: datetime,
) -> int:
    """Make a code for a page that knows whom its supporter calls; returns the page's id. Commits.

    Raises:
        NoCodeFreeError: no code was found that no other page uses.
    """
    for _ in range(TRIES):
        code = f"{secrets.randbelow(10_000):04d}"
        if session.scalar(_waiting(campaign_id, code, now)) is None:
            return wait_under_code(session, campaign_id, offices, code=code, town=town, language=language, now=now)
    raise NoCodeFreeError


def wait_under_code(
    session: Session,
    campaign_id: int,
    offices: tuple[PlannedOffice, ...],
    *,
    code: str,
    town: str,
    language: str,
    now: datetime,
) -> int:
    """The same under a code that was chosen. Commits."""
    page = DialIn(campaign_id=campaign_id, code=code, good_until=now + GOOD_FOR, town=town, language=language)
    page.offices = to_json(offices)
    session.add(page)
    session.commit()
    return page.id


def waiting_page(session: Session, page_id: int) -> WaitingPage | None:
    """The page with this id."""
    query = select(DialIn.campaign_id, DialIn.code, DialIn.good_until, DialIn.call_id).where(DialIn.id == page_id)
    row = session.execute(query).one_or_none()
    return WaitingPage(*row) if row else None


def join_by_code(session: Session, call_id: int, campaign_id: int, code: str, now: datetime) -> bool:
    """Join the call to the page that shows this code; a code is good once. Commits."""
    page = session.scalar(_waiting(campaign_id, code, now).with_for_update(skip_locked=True))
    if page is None:
        return session.scalar(select(DialIn.id).where(DialIn.call_id == call_id, DialIn.code == code)) is not None
    mine = update(DialIn).where(DialIn.id == page.id, DialIn.call_id.is_(None)).values(call_id=call_id)
    session.execute(mine)
    give_offices(session, call_id, from_json(page.offices), page.town)
    session.commit()
    return True


def _waiting(campaign_id: int, code: str, now: datetime) -> Select[DialIn]:
    same = (DialIn.campaign_id == campaign_id) & (DialIn.code == code)
    return select(DialIn).where(same, DialIn.call_id.is_(None), DialIn.good_until > now).limit(1)
