"""No-number mode: a page shows a code, and waits for whoever dials the hotline and keys it."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    LargeBinary,
    Select,
    SQLColumnExpression,
    String,
    cast,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.calls.held import is_of_held_call
from app.calls.plan import PlannedOffice, from_json, to_json
from app.guard.phone_vault import PhoneVault
from app.limits.visitors import whose
from app.store.once import Once, param
from app.store.rows import by_name
from models import DialIn

GOOD_FOR = timedelta(minutes=30)
# As many digits as are keyed for a ZIP code at most, so that nobody need say where a ZIP code ends.
CODE_DIGITS = (4, 5)
ZIPS_WITHOUT_ZERO = ((1000, 2799), (5500, 5599))  # who keys 1040 means 01040, which is Holyoke, and no page
# While at most so many pages wait, whoever tries one code of four digits finds none 19 times in 20.
MOST_OF_FOUR = 400
CANDIDATES = 40


def may_be_code(keys: str) -> bool:
    """Whether these keys may be a code: of five digits none begins with the zero of all our ZIP codes."""
    is_long = len(keys) == max(CODE_DIGITS) and not keys.startswith("0")
    return keys.isdecimal() and (is_long or len(keys) == min(CODE_DIGITS))


@dataclass(frozen=True)
class WaitingPage:
    """A page that waits for a supporter of this town to dial for these offices; `call_id` is their call once they have.

    `more_time` says that they ticked the box on the page, and have not dialed yet.
    """

    campaign_id: int
    code: str
    good_until: datetime
    call_id: int | None
    more_time: bool
    town: str
    phone_bank_id: int | None
    offices: tuple[PlannedOffice, ...]


@dataclass(frozen=True)
class Asking:
    """Who asks for a code, how many of their pages may wait at once, and by which `chance` codes are found.

    `phone_bank_id` is the room by whose code they came, `came_from` what their link said.
    """

    who: str
    at_most: int
    vault: PhoneVault
    chance: Callable[[int], int] = secrets.randbelow
    phone_bank_id: int | None = None
    came_from: str = ""

    @property
    def visitor(self) -> bytes:
        """By which their pages are counted today."""
        return whose(self.vault, self.who)


def wait_for_call(
    session: Session,
    campaign_id: int,
    offices: tuple[PlannedOffice, ...],
    asking: Asking,
    *,
    town: str,
    language: str,
    now: datetime,
    more_time: bool = False,
) -> int | None:
    """Make a code for a page that knows whom its supporter calls; returns the page's id.

    None where as many pages of this visitor wait as may: one that was dialed for, or is half an hour old, is none.
    """
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("dial-in"), campaign_id)))  # one page at a time
    told = {"campaign_id": campaign_id, "visitor": asking.visitor, "now": now}
    out = _OUT.rows(session, **told)[0]
    if out["theirs"] >= asking.at_most:
        return None
    digits = CODE_DIGITS[out["all"] >= MOST_OF_FOUR]
    free = _FREE.row(session, candidates=list(by_chance(digits, asking.chance)), **told)
    if free is None:
        return None
    return wait_under_code(
        session,
        campaign_id,
        offices,
        code=free["code"],
        town=town,
        language=language,
        now=now,
        more_time=more_time,
        visitor=asking.visitor,
        phone_bank_id=asking.phone_bank_id,
        came_from=asking.came_from,
    )


def by_chance(digits: int, chance: Callable[[int], int]) -> Iterator[str]:
    """Codes of so many digits: none is a ZIP code of ours, with its zero or without."""
    first, end = (0, 10**digits) if digits == min(CODE_DIGITS) else (10 ** (digits - 1), 10**digits)
    for _ in range(CANDIDATES):
        number = first + chance(end - first)
        if not any(low <= number <= high for low, high in ZIPS_WITHOUT_ZERO):
            yield f"{number:0{digits}d}"


def wait_under_code(
    session: Session,
    campaign_id: int,
    offices: tuple[PlannedOffice, ...],
    *,
    code: str,
    town: str,
    language: str,
    now: datetime,
    more_time: bool = False,
    visitor: bytes | None = None,
    phone_bank_id: int | None = None,
    came_from: str = "",
) -> int:
    """The same under a code that was chosen."""
    page = DialIn(campaign_id=campaign_id, code=code, good_until=now + GOOD_FOR, town=town, language=language)
    page.offices, page.more_time = to_json(offices), more_time
    page.visitor_hash, page.phone_bank_id, page.came_from = visitor, phone_bank_id, came_from
    session.add(page)
    session.flush()
    return page.id


def waiting_page(session: Session, page_id: int) -> WaitingPage | None:
    """The page with this id."""
    of_page = (DialIn.campaign_id, DialIn.code, DialIn.good_until, DialIn.call_id)
    told = (DialIn.more_time, DialIn.town, DialIn.phone_bank_id)
    page = select(*of_page, *told, DialIn.offices.label("planned")).where(DialIn.id == page_id)
    row = session.execute(page).mappings().one_or_none()
    return by_name(WaitingPage, row, offices=from_json(row["planned"])) if row else None


def forget_whose(session: Session, now: datetime) -> None:
    """Of pages whose code is no longer good: whose they were, and that their supporter needs more time.

    Not of those that were dialed for in a call that a legal hold keeps.
    """
    is_known = or_(DialIn.more_time, DialIn.visitor_hash.is_not(None))
    over = update(DialIn).where(is_known, DialIn.good_until <= now, ~is_of_held_call(DialIn.call_id))
    session.execute(over.values(more_time=False, visitor_hash=None))


def shows(
    campaign_id: int | SQLColumnExpression[int], code: ColumnElement[str], now: datetime | ColumnElement[datetime]
) -> tuple[ColumnElement[bool], ...]:
    """In a statement: whether a page waits for a call under this code."""
    return (*_waits(campaign_id, now), DialIn.code == code)


def _waits(
    campaign_id: int | SQLColumnExpression[int], now: datetime | ColumnElement[datetime]
) -> tuple[ColumnElement[bool], ...]:
    return (DialIn.campaign_id == campaign_id, DialIn.call_id.is_(None), DialIn.good_until > now)


_CAMPAIGN, _NOW = param("campaign_id", BigInteger), param("now", DateTime(timezone=True))


def _how_many_wait() -> Select[int, int]:
    theirs = func.count().filter(DialIn.visitor_hash == param("visitor", LargeBinary))
    return select(func.count().label("all"), theirs.label("theirs")).where(*_waits(_CAMPAIGN, _NOW))


def _first_free() -> Select[str]:
    """The first of the candidates under which no page waits."""
    candidates = func.unnest(cast(param("candidates", ARRAY(String)), ARRAY(String)))
    candidate = candidates.column_valued("candidate")  # not "code", which is a column of those it is compared with
    return select(candidate.label("code")).where(~exists().where(*shows(_CAMPAIGN, candidate, _NOW))).limit(1)


_OUT, _FREE = Once(_how_many_wait), Once(_first_free)
