"""The gate of a turn: it counts once, and where it led to is kept with it, for the carrier may ask again."""

from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, literal, literal_column, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from app.calls.life.carrier_events import keep_event
from app.calls.shown.call import CallFacts, call_of, select_call
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from models import Call, CarrierEvent

TURN = "turn"


@dataclass(frozen=True)
class Reached:
    """The step that a turn led to, the rank of the office that it is about, and what was found out for it."""

    step: str
    rank: int
    facts: Facts = NO_FACTS


KEPT, FACTS = TypeAdapter(Reached), TypeAdapter(Facts)


def before_the_gate(own: AtHand, call_id: int, key: str) -> tuple[CallFacts | None, Reached | None]:
    """The call, if there is one, and where this turn led to if it was taken before: as a rule one statement.

    Nobody else changes the call until the transaction ends: a copy of this turn that is sent at once waits here.
    """
    columns = (_led_to(own, key).label("led_to"), _has_changed().label("has_changed"))
    query = select_call(call_id).add_columns(*columns).with_for_update(of=Call, key_share=True)
    rows = own.session.execute(query).mappings().all()
    if rows and rows[0]["has_changed"]:
        rows = own.session.execute(query).mappings().all()
    if not rows:
        return None, None
    led_to = rows[0]["led_to"]
    return call_of(rows), KEPT.validate_python(led_to) if led_to else None


def _led_to(own: AtHand, key: str) -> ColumnElement[object]:
    facts = func.coalesce(CarrierEvent.facts, literal({}, JSONB))
    kept = func.jsonb_build_object("step", CarrierEvent.name, "rank", CarrierEvent.rank, "facts", facts)
    return select(kept).where(*_this_turn(own, key)).scalar_subquery()


def _has_changed() -> ColumnElement[bool]:
    """Whether somebody changed the call while we waited for it.

    Then the database read only the call itself anew, and all that was read with it is as it was before.
    """
    before = aliased(Call, name="before")
    was: ColumnElement[str] = literal_column("before.xmin")
    now: ColumnElement[str] = literal_column("call.xmin")
    return select(was != now).select_from(before).where(before.id == Call.id).scalar_subquery()


def pass_gate(own: AtHand, call_id: int, key: str, asked_for: Reached) -> bool:
    """Write the turn down with the step that was asked for; False if it was taken before."""
    heard = own.heard
    return keep_event(
        own.session,
        own.vault,
        call_id,
        sid=heard.leg,
        kind=TURN,
        key=key,
        name=asked_for.step,
        rank=asked_for.rank,
        form=heard.form,
    )


def keep_reached(own: AtHand, key: str, reached: Reached) -> None:
    """Write down that it led elsewhere, or what was found out."""
    facts = FACTS.dump_python(reached.facts, mode="json", exclude_defaults=True)
    led = update(CarrierEvent).where(*_this_turn(own, key)).execution_options(synchronize_session=False)
    own.session.execute(led.values(name=reached.step, rank=reached.rank, facts=facts or None))


def _this_turn(own: AtHand, key: str) -> tuple[ColumnElement[bool], ...]:
    return CarrierEvent.carrier_sid == own.heard.leg, CarrierEvent.kind == TURN, CarrierEvent.key == key
