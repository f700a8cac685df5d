"""Has the call placed that was asked for, as this server does it, for whoever asks: a visitor, or a whole room."""

from datetime import datetime

import structlog

from app.calls.begin.request import CallRequest, Placing
from app.calls.begin.web import place_call, place_later
from app.extensions import given
from app.guard.visitors import this_visitor
from app.limits.rings.ringing import limits_of
from app.limits.rooms.room import Room
from app.limits.visitors import Visitor
from app.store.db import db
from app.store.unit import light_unit, unit

log = structlog.get_logger()


def placed(request: CallRequest, room: Room | None, ring_from: datetime | None) -> int:
    """The id of the call, to be rung now or in the first free slot from then on.

    Raises:
        CannotPlace: nothing was written.
    """
    call_id = _written_down(request, _placing(room), ring_from)
    log.info("call_requested", call=call_id)
    return call_id


def _written_down(request: CallRequest, placing: Placing, ring_from: datetime | None) -> int:
    if ring_from:
        with unit(db.session) as work:
            return place_later(work.session, request, placing, ring_from)
    with light_unit(db.engine) as work:
        return place_call(work.connection, request, placing)


def _placing(room: Room | None) -> Placing:
    own = given()
    return Placing(
        own.vault,
        own.clock,
        limits_of(own.settings),
        room.visitor if room else asking_visitor(),
        own.settings.calls_per_second,
        keeps_hours=not own.settings.always_open,
        rehearsal=own.rehearsal,
        queue=own.queue,
    )


def asking_visitor() -> Visitor:
    """Whoever asks, as limits know them."""
    own = given()
    return Visitor(
        this_visitor(own.clock()),
        numbers_per_hour=own.settings.visitor_numbers_per_hour,
        numbers_per_day=own.settings.visitor_numbers_per_day,
        agreed_times=own.settings.visitor_agreed_times,
    )
