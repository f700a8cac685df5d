"""For what the carrier rings nobody just now: a few rows, which the statements of clicks, pages and jobs look at."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    LargeBinary,
    ScalarSelect,
    SQLColumnExpression,
    String,
    and_,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.sql.selectable import LateralFromClause

from app.store.once import Row, param
from app.telephony.faults import Fault, fault_of
from models import Concerns, PlacingPause

EVERYBODY = (Concerns.ACCOUNT, Concerns.CARRIER)


@dataclass(frozen=True)
class Pause:
    """For what nobody is rung `until` then; empty, until a check finds it gone."""

    code: int
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether it still does."""
        return self.until is None or self.until > now

    @property
    def fault(self) -> Fault:
        """Whose fault that is."""
        return fault_of(self.code)


def concerning(campaign_id: SQLColumnExpression[int], number: ColumnElement[bool] | None = None) -> ColumnElement[bool]:
    """Whether a row is about this campaign or this number (`about` it, or `about_known`), or about everybody."""
    mine = [
        PlacingPause.concerns.in_(EVERYBODY),
        and_(PlacingPause.concerns == Concerns.CAMPAIGN, PlacingPause.about == cast(campaign_id, String)),
    ]
    if number is not None:
        mine.append(and_(PlacingPause.concerns == Concerns.NUMBER, number))
    return or_(*mine)


def about(phone_hash: SQLColumnExpression[bytes | None]) -> ColumnElement[bool]:
    """Whether it is the number of this mark."""
    return PlacingPause.about == func.encode(phone_hash, "hex")


def about_known() -> ColumnElement[bool]:
    """Whether it is the number that the parameter `phone_marks` knows, by whichever day's key it was paused."""
    mark = func.unnest(param("phone_marks", ARRAY(LargeBinary))).column_valued("mark")
    return PlacingPause.about.in_(select(func.encode(mark, "hex")))


def holds(now: SQLColumnExpression[datetime]) -> ColumnElement[bool]:
    """Whether a row lets nobody through now."""
    return or_(PlacingPause.until.is_(None), PlacingPause.until > now)


def paused_by(concerned: ColumnElement[bool], now: SQLColumnExpression[datetime]) -> ScalarSelect[int]:
    """In a statement: the code for which nobody is rung now, NULL where anybody is."""
    first = select(PlacingPause.code).where(concerned, holds(now)).order_by(PlacingPause.concerns).limit(1)
    return first.scalar_subquery()


def longest_pause(campaign_id: SQLColumnExpression[int]) -> LateralFromClause:
    """To join a statement that tells of a campaign: what `pause_in` reads."""
    row = select(PlacingPause.code.label("pause_code"), PlacingPause.until.label("pause_until"))
    longest = row.where(concerning(campaign_id)).order_by(PlacingPause.until.desc().nulls_first())
    return longest.limit(1).lateral("pause")


def pause_in(row: Row) -> Pause | None:
    """The pause that `longest_pause` tells in a row; it may be over."""
    return None if row["pause_code"] is None else Pause(row["pause_code"], row["pause_until"])
