"""What an organizer changes about an office is written down: its lines, its hours, and how many calls it takes."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.guard.phone_numbers import national
from app.representatives import directory
from models import AuditAct, AuditEvent
from tests.organizers.conftest import hidden_fields
from tests.world.database.own_roster import restore_offices
from tests.world.time.clocks import local

MIKE = "25D08"
STORM = {"day": "2026-11-24", "hours": "closed", "note": "snow"}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def seat(app, session):
    clock = lambda: local("2026-11-23 12:00")  # noqa: E731 - a clock
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=clock)
    return directory(session).seat(MIKE)


@pytest.fixture
def sends(seat, signed_in, session):
    """Fills a form of the office's page and sends it; returns what was written of that."""

    def sends(path, of="", **typed):
        at = f"/organizers/offices/{MIKE}"
        which = {"line": seat.line.id} if "line" in of else {}
        hidden = hidden_fields(signed_in.reads(at), f"{at}{path}", **which)
        assert hidden, "no such form"
        assert signed_in.sends(f"{at}{path}", **hidden | typed).status_code == 303
        session.rollback()
        return session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()

    return sends


def test_other_lines_are_written_and_that_they_were_taken_back(sends, seat):
    corrected = sends("", capitol="617 555 0142", capitol_extension="7", note="They told us", first="capitol")
    assert (corrected.act, corrected.subject) == (AuditAct.OFFICE_CHANGED, f"the lines of {seat.holder.name}")
    assert "(617) 555-0142 ext. 7, State House" in corrected.after["lines"]
    undone = sends("/undo")
    assert (undone.before, undone.after) == (corrected.after, corrected.before)


def test_another_week_is_written(sends, seat):
    event = sends("/hours", "line", monday="10-4", tuesday="10-4", wednesday="10-4", thursday="10-4", friday="10-4")
    assert event.subject == f"the hours of {national(seat.line.e164, seat.line.extension)}"
    assert any("Monday to Friday: 10 AM" in days for days in event.after["week"])
    assert event.before != event.after


def test_a_day_that_differs_is_written_alone(sends):
    sends("/exceptions", "line", **STORM)
    event = sends("/exceptions", "line", **STORM | {"day": "2026-11-25"})
    assert (event.before, event.after) == (None, {"2026-11-25": "closed (snow)"})


def test_how_many_calls_it_takes_is_written(sends, seat):
    event = sends("/pace", number=seat.line.e164, at_once="5")
    assert (event.before, event.after) == ({"at once": 2}, {"at once": 5})
    assert national(seat.line.e164) in event.subject


def test_a_day_at_every_office_is_written(signed_in, seat, session):
    hidden = hidden_fields(signed_in.reads("/organizers/offices"), "/organizers/offices/exceptions")
    signed_in.sends("/organizers/offices/exceptions", **hidden | STORM)
    session.rollback()
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert (event.subject, event.after) == ("the hours of every office in MA", {"2026-11-24": "closed (snow)"})
