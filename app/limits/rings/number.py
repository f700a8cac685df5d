"""How often one number is rung: counted by the statement that rings it, looked up by the one that admits a call.

What counts is a ring: an agreed call counts when it rings, and one that was canceled before never does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    DateTime,
    FromClause,
    Integer,
    LargeBinary,
    SQLColumnExpression,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import array, insert
from sqlalchemy.orm import Session

from app.clock import beginning_of_day, end_of_day
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.rate import AN_HOUR
from app.store.once import Once, any_mark, mark_array, param
from models import Call, NumberRung


@dataclass(frozen=True)
class RingLimits:
    """How often within an hour, and a day; after how many `in_vain` it is asked first; how long that is known.

    After so many it rings once a day.
    """

    an_hour: int
    a_day: int
    in_vain: int
    known_for: timedelta

    def values(self, now: datetime) -> dict[str, object]:
        """As parameters of a statement that looks up or counts the rings of a number, beside the `phone_hash`."""
        return {
            "rings_an_hour": self.an_hour,
            "rings_a_day": self.a_day,
            "rings_in_vain": self.in_vain,
            "rings_at": now,
            "ring_hour_from": now - AN_HOUR,
            "ring_day_from": beginning_of_day(now),
            "rings_known_until": now + self.known_for,
        }


def ring_limits(settings: Settings) -> RingLimits:
    """As the settings say."""
    return RingLimits(
        an_hour=settings.calls_per_hour,
        a_day=settings.calls_per_day,
        in_vain=settings.calls_in_vain,
        known_for=timedelta(days=settings.number_known_days),
    )


_MOMENT = DateTime(timezone=True)
_NUMBER, _NOW, _DAY_FROM = param("phone_hash", LargeBinary), param("rings_at", _MOMENT), param("ring_day_from", _MOMENT)
_AN_HOUR, _A_DAY, _IN_VAIN = (param(f"rings_{it}", Integer) for it in ("an_hour", "a_day", "in_vain"))
_IS_SILENT = NumberRung.in_vain >= _IN_VAIN
_KNOWN = any_mark("phone_marks")  # the number under all days' keys, by `marks_of`
_OFTEN = or_(
    NumberRung.rang[_AN_HOUR] > param("ring_hour_from", _MOMENT),
    NumberRung.rang[_A_DAY] >= _DAY_FROM,
    and_(NumberRung.in_vain > _IN_VAIN, NumberRung.rang[1] >= _DAY_FROM),
)


def marks_of(vault: PhoneVault, phone: str) -> dict[str, object]:
    """A number as parameters of a statement in which its rings are looked up or counted."""
    marks = vault.marks(phone)
    return {"phone_hash": marks.today, "phone_marks": mark_array(marks.held)}


def rung_often(number: SQLColumnExpression[bytes | None] = _KNOWN) -> ColumnElement[bool]:
    """In a statement: whether the number was rung as often as one may be."""
    return exists().where(NumberRung.phone_hash == number, _OFTEN)


def is_silent() -> ColumnElement[bool]:
    """In a statement: whether nobody pressed 1 there the last times, so that it is asked why before it rings again."""
    return exists().where(NumberRung.phone_hash == _KNOWN, _IS_SILENT)


def rings_again_at(rang: Sequence[datetime], in_vain: int, limits: RingLimits, now: datetime) -> datetime | None:
    """From when on it may be rung again, by the same limits, where it `rang` then, the newest first; None if now."""
    today, waits = beginning_of_day(now), []
    if len(rang) >= limits.an_hour and rang[limits.an_hour - 1] > now - AN_HOUR:
        waits.append(rang[limits.an_hour - 1] + AN_HOUR)
    is_enough_today = len(rang) >= limits.a_day and rang[limits.a_day - 1] >= today
    if is_enough_today or (in_vain > limits.in_vain and rang and rang[0] >= today):
        waits.append(end_of_day(now))
    return max(waits, default=None)


def rings_left(rang: Sequence[datetime], limits: RingLimits, now: datetime) -> int:
    """How often it may be rung from now on, before it has to wait, where it `rang` then."""
    lately = len([one for one in rang if one > now - AN_HOUR])
    today = len([one for one in rang if one >= beginning_of_day(now)])
    return max(0, min(limits.an_hour - lately, limits.a_day - today))


def pressed_before(number: ColumnElement[bool]) -> ColumnElement[bool]:
    """In a statement: whether 1 was pressed at this number, as far back as that is known."""
    return exists().where(number, NumberRung.pressed_at.is_not(None))


def counted_ring(call: FromClause) -> CTE:
    """Count one ring more by the parameters of `RingLimits.values`; no row if there were as many as there may be."""
    until = param("rings_known_until", _MOMENT)
    columns = {"phone_hash": _NUMBER, "rang": array([_NOW]), "in_vain": literal(1), "over_at": until}
    row = select(*columns.values()).select_from(call).where(~rung_often())
    new = insert(NumberRung).from_select(list(columns), row)
    newest = NumberRung.rang[1 : func.greatest(_AN_HOUR, _A_DAY, type_=Integer) - 1]
    once_more = new.on_conflict_do_update(
        index_elements=[NumberRung.phone_hash],
        set_={"rang": func.array_prepend(_NOW, newest), "in_vain": NumberRung.in_vain + 1, "over_at": until},
        where=func.coalesce(~_OFTEN, true()),
    )
    return once_more.returning(NumberRung.phone_hash).cte("ring")


def pressed(call: CTE) -> CTE:
    """Somebody pressed 1 at the number of the parameter `rung_marks`: whoever is there wants to be rung."""
    theirs = and_(NumberRung.phone_hash == any_mark("rung_marks"), exists(select(call.c.call_id)))
    wanted = update(NumberRung).where(theirs).values(in_vain=0, pressed_at=func.now())
    return wanted.returning(NumberRung.phone_hash).cte("pressed")


def _not_rung() -> CTE:
    fewer = {
        "rang": NumberRung.rang[2 : func.cardinality(NumberRung.rang)],
        "in_vain": case((_SOME, NumberRung.in_vain - 1), else_=0),
    }
    its = select(Call.phone_hash).where(Call.id == param("call_id", BigInteger), ~Call.rehearsal).scalar_subquery()
    back = update(NumberRung).where(NumberRung.phone_hash == its).values(fewer)
    return back.returning(NumberRung.phone_hash).cte("not_rung")


_SOME = NumberRung.in_vain > 0
_NOT_RUNG = Once(lambda: select(_not_rung().c.phone_hash))


def give_ring_back(session: Session, call_id: int) -> None:
    """The carrier rang nobody for this call: let the last ring of its number count no more."""
    _NOT_RUNG.rows(session, call_id=call_id)


def forget_rings(session: Session, now: datetime) -> None:
    """Delete what is known of numbers that were not rung for long."""
    session.execute(delete(NumberRung).where(NumberRung.over_at <= now))
