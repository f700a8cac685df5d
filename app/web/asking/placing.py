"""What placing a call needs beside what was typed."""

from app.calls.begin.request import Placing
from app.extensions import given
from app.guard.visitors import this_visitor
from app.limits.rooms.room import Room
from app.limits.visitors import Visitor


def placing_for(room: Room | None) -> Placing:
    """From what the app was given, and for whoever sends this request: alone, or together with everybody of a room."""
    own = given()
    return Placing(
        own.vault,
        own.clock,
        own.settings.calls_per_hour,
        room.visitor if room else _visitor(),
        own.settings.calls_per_second,
        keeps_hours=not own.settings.always_open,
        rehearsal=own.rehearsal,
        queue=own.queue,
    )


def _visitor() -> Visitor:
    own = given()
    return Visitor(
        this_visitor(own.clock()),
        numbers_per_hour=own.settings.visitor_numbers_per_hour,
        numbers_per_day=own.settings.visitor_numbers_per_day,
    )
