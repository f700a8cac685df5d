"""Joins a call to the page whose code was keyed: a code is good once, and nobody finds one by trying many."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    CTE,
    BigInteger,
    Boolean,
    DateTime,
    Select,
    SQLColumnExpression,
    String,
    exists,
    func,
    or_,
    select,
    update,
)

from app.calls.begin.code import shows
from app.calls.life.giving import gives_offices, offices_given
from app.calls.life.status import CALL_ID, Beside
from app.calls.plan import PlannedOffice, from_json
from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, counted
from app.store.once import Row, param
from models import Call, DialIn, Limited

TRIES_OF_A_NUMBER = Limit(Limited.CODES, at_most=10)
TRIES_OF_ALL_WITHOUT = Limit(Limited.CODES, at_most=20)  # those without caller ID are counted together


@dataclass(frozen=True)
class ShownPage:
    """The page that shows the code which was keyed: nobody else joins it before this transaction ends."""

    id: int
    town: str
    more_time: bool
    phone_bank_id: int | None
    came_from: str
    offices: tuple[PlannedOffice, ...]

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `joins_page` in it."""
        page = {"page_id": self.id, "page_more_time": self.more_time, "page_phone_bank_id": self.phone_bank_id}
        return {**page, "page_came_from": self.came_from, **offices_given(self.offices, self.town)}


def page_shown(campaign_id: SQLColumnExpression[int]) -> Select[*tuple[object, ...]]:
    """The page that shows the parameter `code` at this moment, `now`, for a statement that reads it beside a call."""
    code = param("code", String)
    columns = (DialIn.id, DialIn.town, DialIn.more_time, DialIn.phone_bank_id, DialIn.came_from, DialIn.offices)
    # Where no code was keyed nothing is looked for at all.
    here = (code.is_not(None), *shows(campaign_id, code, param("now", DateTime(timezone=True))))
    told = select(*(it.label(f"page_{it.key}") for it in columns)).where(*here)
    return told.limit(1).with_for_update(skip_locked=True)


def page_in(row: Row) -> ShownPage | None:
    """What `page_shown` tells in a row."""
    if not row["page_id"]:
        return None
    return ShownPage(
        id=row["page_id"],
        town=row["page_town"],
        more_time=row["page_more_time"],
        phone_bank_id=row["page_phone_bank_id"],
        came_from=row["page_came_from"],
        offices=from_json(row["page_offices"]),
    )


def joins_page(call: CTE) -> Beside:
    """Join the call to the page of `ShownPage.values`.

    That more time is needed, from which room they came and by which link, is the call's to know from then on.
    """
    mine = update(DialIn).where(DialIn.id == param("page_id", BigInteger), exists(select(call.c.call_id)))
    joined = mine.values(call_id=CALL_ID, more_time=False).returning(DialIn.id).cte("joined")
    given = gives_offices(call)
    patient = {"more_time": or_(Call.more_time, param("page_more_time", Boolean))}
    room = {"phone_bank_id": func.coalesce(Call.phone_bank_id, param("page_phone_bank_id", BigInteger))}
    link = {"came_from": func.coalesce(func.nullif(Call.came_from, ""), param("page_came_from", String))}
    return Beside((joined, *given.written), {**given.columns, **patient, **room, **link})


def tries_code(call: CTE) -> Beside:
    """Count one more try, by the parameters of `try_of`."""
    return Beside((counted(call),))


def admitted(call: CTE) -> CTE:
    """The same, and the call only if there were not too many: who tried many codes does not find the right one."""
    tried = counted(call)
    return select(call.c.call_id).where(exists(select(tried.c.purpose))).cte("admitted")


def try_of(vault: PhoneVault, caller: str | None, campaign_id: int, now: datetime) -> dict[str, object]:
    """Whose try it is."""
    who, limit = (caller, TRIES_OF_A_NUMBER) if caller else (f"campaign {campaign_id}", TRIES_OF_ALL_WITHOUT)
    return limit.values(vault, who, now)
