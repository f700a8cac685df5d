"""How many different numbers one visitor may have rung: decided by the very statement that admits a call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    DateTime,
    Integer,
    LargeBinary,
    ScalarSelect,
    Select,
    String,
    and_,
    cast,
    delete,
    exists,
    func,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import LateralFromClause

from app.clock import end_of_day
from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PhoneVault
from app.limits.rate import AN_HOUR
from app.store.once import Once, param
from models import Call, CalledOffice, CallEvent, CallStatus, OfficeLine, VisitorAsked

PURPOSE = "visitor"
Told = TypeVar("Told")


def whose(vault: PhoneVault, who: str) -> bytes:
    """By what a visitor is known today."""
    return vault.marks(who, purpose=PURPOSE, of=KeyOf.LIMITS).today


@dataclass(frozen=True)
class Visitor:
    """Who asks for a call: `who` by address and day, and how many different numbers that may ring.

    Whoever comes with a room's code is that room, which is one visitor `until` it closes. Of calls that are rung later
    there are `agreed_times` at most at one office.
    """

    who: str
    numbers_per_hour: int
    numbers_per_day: int
    until: datetime | None = None
    agreed_times: int = 2

    def values(self, vault: PhoneVault, now: datetime) -> dict[str, object]:
        """As parameters of a statement with `asked` in it, beside those of the call itself."""
        return {
            "visitor": whose(vault, self.who),
            "visitor_an_hour": self.numbers_per_hour,
            "visitor_a_day": self.numbers_per_day,
            "visitor_agrees": self.agreed_times,
            "visitor_asks_at": now,
            "visitor_counts_from": now - AN_HOUR,
            "visitor_over_at": max(end_of_day(now), self.until or now),
        }


_WHO, _FORM = param("visitor", LargeBinary), param("form_nonce", String)
_OFFICE = param("agreed_number", String)  # of a call that is rung later
_ASKED = func.jsonb_each_text(VisitorAsked.forms).table_valued("key", "value", name="asked_by")
_FORM_BEFORE, _BEFORE = _ASKED.c.key, cast(_ASKED.c.value, DateTime(timezone=True))
_NONE: ColumnElement[object] = literal_column("'{}'::jsonb")


def _call_of_form() -> LateralFromClause:
    """The call that came of a form before. One at a time, or PostgreSQL would rather read all calls there are."""
    rang = exists().where(CallEvent.call_id == Call.id, CallEvent.to_status == CallStatus.DIALING)
    in_vain = and_(Call.ended_at.is_not(None), ~rang)
    here = and_(CalledOffice.call_id == Call.id, CalledOffice.rank == Call.office_at, OfficeLine.e164 == _OFFICE)
    there = exists().where(here, OfficeLine.id == CalledOffice.office_line_id)
    is_agreed = and_(_OFFICE.is_not(None), Call.ended_at.is_(None), Call.ring_at.is_not(None), there)
    told = (Call.phone_hash, in_vain.label("in_vain"), is_agreed.label("is_agreed"))
    call = select(*told).where(Call.form_nonce == _FORM_BEFORE)
    return call.limit(1).lateral("call_of_form")


_CALL = _call_of_form()


def asked(before: CTE, only_if: ColumnElement[bool]) -> CTE:
    """Count the form of this call for its visitor; no row if they had as many other numbers rung."""
    columns = {
        "visitor_hash": _WHO,
        "forms": func.jsonb_build_object(_FORM, param("visitor_asks_at", DateTime(timezone=True))),
        "over_at": param("visitor_over_at", DateTime(timezone=True)),
    }
    row = select(*columns.values()).select_from(before).where(only_if)
    first = insert(VisitorAsked).from_select(list(columns), row)
    still = func.coalesce(_that_count(func.jsonb_object_agg(_FORM_BEFORE, _ASKED.c.value)), _NONE)
    once_more = first.on_conflict_do_update(
        index_elements=[VisitorAsked.visitor_hash],
        set_={"forms": still.op("||")(first.excluded.forms)},
        where=and_(~VisitorAsked.is_held, _rang_few()),
    )
    return once_more.returning(VisitorAsked.visitor_hash).cte("asked")


def _that_count(told: ColumnElement[Told], *only_if: ColumnElement[bool]) -> ScalarSelect[Told]:
    """Of the forms before: of those that rang a number, or may yet do so.

    A call that is not seen was written a moment ago, by another who asked meanwhile: it counts.
    """
    calls = _ASKED.outerjoin(_CALL, true())
    return select(told).select_from(calls).where(_CALL.c.in_vain.is_not(True), *only_if).scalar_subquery()


def _rang_few() -> ScalarSelect[bool]:
    """Whether the visitor has rung fewer numbers than they may, beside the one that this form asks for."""
    number = func.count(func.coalesce(func.encode(_CALL.c.phone_hash, "hex"), _FORM_BEFORE).distinct())
    lately = number.filter(param("visitor_counts_from", DateTime(timezone=True)) < _BEFORE)
    agreed = func.count().filter(_OFFICE.is_not(None), _CALL.c.is_agreed.is_not(False))
    is_few = and_(
        lately < param("visitor_an_hour", Integer),
        number < param("visitor_a_day", Integer),
        agreed < param("visitor_agrees", Integer),
    )
    is_other = _CALL.c.phone_hash.is_distinct_from(param("phone_hash", LargeBinary))
    return _that_count(is_few, is_other, _FORM_BEFORE != _FORM)


def _taken_back() -> Select[bytes]:
    is_placed = exists().where(Call.form_nonce == _FORM)
    mine = update(VisitorAsked).where(VisitorAsked.visitor_hash == _WHO, ~is_placed)
    row = mine.values(forms=VisitorAsked.forms.op("-")(_FORM)).returning(VisitorAsked.visitor_hash).cte("taken_back")
    return select(row.c.visitor_hash)


_TAKEN_BACK = Once(_taken_back)


def take_back(session: Session | Connection, form_nonce: str | None, counted_as: Mapping[str, object]) -> None:
    """Let a form count no more, by these `Visitor.values`, of which no call came about."""
    _TAKEN_BACK.row(session, **{**counted_as, "form_nonce": form_nonce})


def forget_visitors(session: Session, now: datetime) -> None:
    """Delete what was asked on days that are over."""
    session.execute(delete(VisitorAsked).where(VisitorAsked.over_at <= now))
