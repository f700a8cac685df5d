"""The gate of a turn: it counts once, and where it led to is kept with it, for the carrier may ask again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, ColumnElement, func, literal_column, select, true
from sqlalchemy.orm import aliased

from app.calls.begin.join import page_in, page_shown
from app.calls.later.bookings import all_booked, bookings_in
from app.calls.life.carrier_events import TURN, Told, event_key
from app.calls.life.own_legs import is_on_its_leg
from app.calls.life.status import AS_READ, CALL_ID, VERSION
from app.calls.shown.call import CallFacts, call_of, select_call
from app.calls.steps.arrival import Arrival
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.representatives import HOME, STAMP, stamp_of
from app.store.once import Once, Row, any_mark, mark_array, param
from models import Call, CarrierEvent, Roster


@dataclass(frozen=True)
class Reached:
    """The step that a turn led to, the rank of the office that it is about, and what was found out for it."""

    step: str
    rank: int
    facts: Facts = NO_FACTS


KEPT, FACTS = TypeAdapter(Reached), TypeAdapter(Facts)


def before_the_gate(own: AtHand, call_id: int, key: str) -> tuple[CallFacts | None, Reached | None]:
    """The call, if there is one, and where this turn led to if it was taken before: as a rule one statement.

    There is none for a turn on a leg that is not its supporter's.

    Within a transaction nobody else changes the call until its end: a copy of this turn that is sent at once waits
    here. With it is read what whoever acts may need: which roster is in force, what was agreed on with a caller,
    which page shows the code that was keyed.
    Without a transaction the call comes with its version, and what is written later says of which it is.
    """
    this = {"call_id": call_id, "event_key": event_key(own.heard.leg, TURN, key), "leg_sid": own.heard.leg}
    rows = _locked(own, this) if own.work.is_together else _LOOKED.rows(own.connection, **this)
    if not rows or not rows[0]["is_theirs"]:
        return None, None
    led_to = rows[0]["led_to"]
    reached = KEPT.validate_python(led_to) if led_to else None
    beside = _asked_for(rows[0]) if own.work.is_together else {}
    return call_of(rows, read_at=own.clock(), **beside), reached


def _locked(own: AtHand, this: Mapping[str, object]) -> Sequence[Row]:
    theirs = {**this, "caller_marks": mark_array(own.caller_marks), "code": own.heard.page_code, "now": own.clock()}
    rows = _LOCKED.rows(own.connection, **theirs)
    return _LOCKED.rows(own.connection, **theirs) if rows and rows[0]["has_changed"] else rows


def _asked_for(row: Row) -> Mapping[str, object]:
    return {"roster": stamp_of(row), "bookings": bookings_in(row), "page": page_in(row)}


def is_as_left(own: AtHand, call: CallFacts) -> bool:
    """Whether nobody changed a call since its last turn left it: half of what it takes to read it."""
    return _AS_LEFT.row(own.connection, call_id=call.id, version=call.version) is not None


def through_the_gate(own: AtHand, key: str, reached: Reached, there: Arrival) -> Told:
    """The turn as it is written down: with where it led to."""
    heard = own.heard.without_keys() if there.tells_place else own.heard
    facts = FACTS.dump_python(reached.facts.to_keep(), mode="json", exclude_defaults=True)
    return Told(heard.leg, TURN, key, reached.step, reached.rank, heard.form, facts=facts or None)


def _led_to() -> ColumnElement[object]:
    facts = func.coalesce(CarrierEvent.facts, func.jsonb_build_object())
    kept = func.jsonb_build_object("step", CarrierEvent.name, "rank", CarrierEvent.rank, "facts", facts)
    this = (CarrierEvent.call_id == CALL_ID, CarrierEvent.key == param("event_key", BigInteger))
    return select(kept).where(*this).scalar_subquery()


def _has_changed() -> ColumnElement[bool]:
    """Whether somebody changed the call while we waited for it.

    Then the database read only the call itself anew, and all that was read with it is as it was before.
    """
    before = aliased(Call, name="before")
    was: ColumnElement[str] = literal_column("before.xmin")
    now: ColumnElement[str] = literal_column("call.xmin")
    return select(was != now).select_from(before).where(before.id == Call.id).scalar_subquery()


_OF_TURN = (_led_to().label("led_to"), is_on_its_leg().label("is_theirs"))
_AS_LEFT = Once(lambda: select(Call.id).where(Call.id == CALL_ID, AS_READ))
_LOOKED = Once(lambda: select_call().add_columns(*_OF_TURN, VERSION.label("version")))
_BOOKED = all_booked(any_mark("caller_marks"), Call.campaign_id).correlate(Call).lateral("booked")
_PAGE = page_shown(Call.campaign_id).correlate(Call).lateral("page")
_LOCKED = Once(
    lambda: (
        select_call()
        .outerjoin(Roster, Roster.state == HOME)
        .outerjoin(_BOOKED, true())
        .outerjoin(_PAGE, true())
        .add_columns(*_OF_TURN, _has_changed().label("has_changed"), *STAMP, *_BOOKED.c, *_PAGE.c)
        .with_for_update(of=Call, key_share=True)
    )
)
