"""Looks whether that is gone for which the carrier refused: where a check can see it, placing goes on by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.limits.pausing import LETS_ONE_THROUGH
from app.store.unit import Unit
from app.telephony.faults import Sees, fault_of
from models import Campaign, PlacingPause

Key = tuple[str, str]


@dataclass(frozen=True)
class Looking:
    """Whom to ask, who answers None where that cannot be seen.

    `account_is_good` says whether the account is active and has money, `profile_is_good` whether its customer profile
    is approved, `owns` whether a number is its own.
    """

    account_is_good: Callable[[], bool | None]
    profile_is_good: Callable[[], bool | None]
    owns: Callable[[str], bool | None]


def look_for_cures(work: Unit, looking: Looking, clock: Callable[[], datetime]) -> bool:
    """Look at each cause that can be seen; returns whether there was any. Commits before anybody is asked."""
    causes = _causes(work.session)
    work.commit_so_far()
    seen = {row.key: _seen(row, looking) for row in causes}
    for row in work.session.scalars(select(PlacingPause).with_for_update()):
        key = (row.concerns, row.about)
        if key in seen:
            _apply(row, clock(), is_cured=seen[key])
    return bool(causes)


@dataclass(frozen=True)
class _Cause:
    key: Key
    sees: Sees
    number: str


def _causes(session: Session) -> list[_Cause]:
    """With the number of the campaign, where it is about one."""
    rows = session.scalars(select(PlacingPause)).all()
    found = [(row, fault_of(row.code).sees) for row in rows]
    return [_Cause((row.concerns, row.about), sees, _number(session, row.about)) for row, sees in found if sees]


def _number(session: Session, about: str) -> str:
    campaign = session.get(Campaign, int(about)) if about.isdigit() else None
    return campaign.phone_number if campaign else ""


def _seen(cause: _Cause, looking: Looking) -> bool | None:
    if cause.sees is Sees.ACCOUNT:
        return looking.account_is_good()
    if cause.sees is Sees.PROFILE:
        return looking.profile_is_good()
    return bool(cause.number) and looking.owns(cause.number)


def _apply(row: PlacingPause, now: datetime, *, is_cured: bool | None) -> None:
    """Let one through once it is cured; and, where nobody can see that, after a while."""
    if is_cured is False:
        row.until, row.cured_at, row.misses = None, None, 1
    elif row.until is None and is_cured:
        row.until, row.cured_at, row.misses = now, now, 0
    elif row.until is None:
        row.until = now + LETS_ONE_THROUGH
