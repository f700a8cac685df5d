"""No-number mode: a page shows a code, and waits for whoever dials the hotline and keys it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, exists, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from app.calls.plan import PlannedOffice, from_json, to_json
from app.store.rows import by_name
from models import DialIn

GOOD_FOR = timedelta(minutes=30)
CODE_DIGITS = 4
CODES = 10**CODE_DIGITS
ZIPS_WITHOUT_ZERO = ((1000, 2799), (5500, 5599))  # who keys 1040 means 01040, which is Holyoke, and no page


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
    is_taken = exists().where(*shows(campaign_id, code, now))
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


def forget_more_time(session: Session, now: datetime) -> None:
    """Of pages whose code is no longer good: their supporter never dialed."""
    kept = (DialIn.more_time, DialIn.good_until <= now)
    session.execute(update(DialIn).where(*kept).values(more_time=False))


def shows(
    campaign_id: int | SQLColumnExpression[int], code: ColumnElement[str], now: datetime | ColumnElement[datetime]
) -> tuple[ColumnElement[bool], ...]:
    """In a statement: whether a page waits for a call under this code."""
    return (DialIn.campaign_id == campaign_id, DialIn.code == code, DialIn.call_id.is_(None), DialIn.good_until > now)
