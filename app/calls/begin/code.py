"""No-number mode: a page shows a code, whoever dials the hotline keys it, and the page follows their call."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Select, String, exists, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from app.calls.plan import PlannedOffice, from_json, give_offices, to_json
from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, admit
from app.store.once import Once, param
from app.store.rows import by_name
from models import Call, DialIn, Limited

GOOD_FOR = timedelta(minutes=30)
CODES = 10_000
ZIPS_WITHOUT_ZERO = ((1000, 2799), (5500, 5599))  # who keys 1040 means 01040, which is Holyoke, and no page
TRIES_OF_A_NUMBER = Limit(Limited.CODES, at_most=10)
TRIES_OF_ALL_WITHOUT = Limit(Limited.CODES, at_most=20)  # those without caller ID are counted together


class NoCodeFreeError(Exception):
    """Very many pages wait for a call just now."""


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
    offices: tuple[PlannedOffice, ...]


def wait_for_call(
    session: Session,
    campaign_id: int,
    offices: tuple[PlannedOffice, ...],
    *,
    town: str,
    language: str,
    now: datetime,
    more_time: bool = False,
) -> int:
    """Make a code for a page that knows whom its supporter calls; returns the page's id.

    Raises:
        NoCodeFreeError: other pages use them all.
    """
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("dial-in"), campaign_id)))  # one page at a time
    code = session.scalar(_free_code(campaign_id, now))
    if code is None:
        raise NoCodeFreeError
    return wait_under_code(
        session, campaign_id, offices, code=code, town=town, language=language, now=now, more_time=more_time
    )


def _free_code(campaign_id: int, now: datetime) -> Select[str]:
    """A code that no page waits under and that is no ZIP code without its zero, by chance."""
    n: ColumnElement[int] = literal_column("n")
    code = func.to_char(n, "FM0000")
    is_taken = exists().where(*_waits(campaign_id, now), DialIn.code == code)
    numbers = func.generate_series(0, CODES - 1).alias("n")
    are_zips = (n.between(first, last) for first, last in ZIPS_WITHOUT_ZERO)
    return select(code).select_from(numbers).where(~is_taken, ~or_(*are_zips)).order_by(func.random()).limit(1)


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
) -> int:
    """The same under a code that was chosen."""
    page = DialIn(campaign_id=campaign_id, code=code, good_until=now + GOOD_FOR, town=town, language=language)
    page.offices, page.more_time = to_json(offices), more_time
    session.add(page)
    session.flush()
    return page.id


def waiting_page(session: Session, page_id: int) -> WaitingPage | None:
    """The page with this id."""
    columns = (DialIn.campaign_id, DialIn.code, DialIn.good_until, DialIn.call_id, DialIn.more_time, DialIn.town)
    page = select(*columns, DialIn.offices.label("planned")).where(DialIn.id == page_id)
    row = session.execute(page).mappings().one_or_none()
    return by_name(WaitingPage, row, offices=from_json(row["planned"])) if row else None


def join_by_code(session: Session, call_id: int, campaign_id: int, code: str, now: datetime) -> bool:
    """Join the call to the page that shows this code; a code is good once, but for the call that keyed it."""
    told = _JOIN.rows(session, call_id=call_id, campaign_id=campaign_id, code=code, now=now)[0]
    if told["offices"]:
        give_offices(session, call_id, from_json(told["offices"]), told["town"])
    return bool(told["offices"] or told["has_joined"])


def _joining() -> Select[*tuple[object, ...]]:
    """Whose page is joined now, and whether the call had joined one by this code before.

    That more time is needed is passed on to the call, and is forgotten with it.
    """
    call_id, code = param("call_id", BigInteger), param("code", String)
    waits = _waits(param("campaign_id", BigInteger), param("now", DialIn.good_until.type))
    of_code = select(DialIn.id, DialIn.more_time).where(*waits, DialIn.code == code).limit(1)
    page = of_code.with_for_update(skip_locked=True).cte("page")
    mine = update(DialIn).where(DialIn.id == page.c.id).values(call_id=call_id, more_time=False)
    joined = mine.returning(DialIn.offices, DialIn.town).cte("joined")
    offices, town = (select(it).scalar_subquery().label(it.key) for it in (joined.c.offices, joined.c.town))
    before = exists().where(DialIn.call_id == call_id, DialIn.code == code)
    patient = update(Call).where(Call.id == call_id, page.c.more_time).values(more_time=True).returning(Call.id)
    return select(offices, town, before.label("has_joined")).add_cte(patient.cte("patient"))


def forget_more_time(session: Session, now: datetime) -> None:
    """Of pages whose code is no longer good: their supporter never dialed."""
    kept = (DialIn.more_time, DialIn.good_until <= now)
    session.execute(update(DialIn).where(*kept).values(more_time=False))


def may_try_code(session: Session, vault: PhoneVault, caller: str | None, campaign_id: int, now: datetime) -> bool:
    """Count one more try of whoever is on the phone: nobody finds a code by trying many."""
    who, limit = (caller, TRIES_OF_A_NUMBER) if caller else (f"campaign {campaign_id}", TRIES_OF_ALL_WITHOUT)
    return admit(session, vault, limit, who, now=now)


def _waits(
    campaign_id: int | ColumnElement[int], now: datetime | ColumnElement[datetime]
) -> tuple[ColumnElement[bool], ...]:
    return (DialIn.campaign_id == campaign_id, DialIn.call_id.is_(None), DialIn.good_until > now)


_JOIN = Once(_joining())
