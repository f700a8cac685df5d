"""A file that is to hold from a moment on is prepared, shown, and undone until then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.representatives.importing import take_force
from models import AuditEvent, PreparedImport
from tests.organizers.conftest import hidden_fields
from tests.organizers.offices.importing.conftest import AT, FILE
from tests.representatives.importing.people_csv import as_csv, ma_rows, somebody_new

NEW = as_csv([somebody_new(ma_rows()[0]), *ma_rows()[1:]])
JANUARY = datetime(2027, 1, 6, 16, tzinfo=UTC)


@pytest.fixture(autouse=True)
def december(app):
    """It is December 10."""
    now = datetime(2026, 12, 10, 15, tzinfo=UTC)
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: now)


@pytest.fixture
def prepared(uploads, presses, session):
    """The import that was prepared for January 6, 11:00."""
    uploads(NEW, in_force="2027-01-06T11:00")
    assert presses().location == f"{AT}?done=prepared#prepared"
    return session.query(PreparedImport).one()


def test_it_is_prepared_for_its_moment_and_nobody_sits_there_before(prepared, sits, session):
    assert (prepared.in_force_from, sits()) == (JANUARY, "Chris Flanagan")
    take_force(session, JANUARY)
    session.commit()
    assert sits() == "Jordan Reyes"


def test_the_page_says_when_it_takes_force(uploads, signed_in):
    uploads(NEW, in_force="2027-01-06T11:00")
    page = signed_in.reads(FILE)
    assert "What the file would change on Wednesday, Jan 6, 2027" in page
    assert "at 11:00 AM in Massachusetts" in page
    assert ">Prepare it</button>" in page


def test_what_is_prepared_is_listed_and_shown(prepared, signed_in):
    assert "MA from Jan 6, 2027, 11:00 AM on" in signed_in.reads(AT)
    assert "Jordan Reyes" in signed_in.reads(f"{AT}/{prepared.id}")


def test_whoever_brings_in_another_file_is_told_what_was_prepared_before(prepared, uploads, signed_in):
    uploads(NEW)
    assert "Prepared before, from Jan 6, 2027, 11:00 AM on:" in signed_in.reads(FILE)


def test_it_is_undone_until_it_is_in_force(prepared, signed_in, session):
    at = f"{AT}/{prepared.id}/undo"
    assert signed_in.sends(at, **hidden_fields(signed_in.reads(AT), at)).location == f"{AT}?done=undone"
    session.rollback()
    assert session.query(PreparedImport).count() == 0
    events = session.query(AuditEvent).filter_by(act="office-changed").order_by(AuditEvent.id).all()
    assert [it.subject for it in events] == ["who sits in MA from Wednesday, Jan 6, 2027, 11:00 AM on"] * 2
    assert events[1].before["new"] == ["Jordan Reyes, 1st Barnstable (House)"]


def test_what_is_in_force_is_undone_no_more(prepared, signed_in, session):
    at = f"{AT}/{prepared.id}/undo"
    token = hidden_fields(signed_in.reads(AT), at)
    take_force(session, JANUARY + timedelta(minutes=1))
    session.commit()
    assert signed_in.sends(at, **token).location == f"{AT}?done=in-force"
    assert signed_in.opens(f"{AT}/{prepared.id}").status_code == 404


def test_what_somebody_else_undid_is_undone_once(prepared, signed_in, session):
    at = f"{AT}/{prepared.id}/undo"
    token = hidden_fields(signed_in.reads(AT), at)
    assert [signed_in.sends(at, **token).location.rpartition("=")[2] for _ in range(2)] == ["undone", "in-force"]


def test_a_moment_that_is_over_meanwhile_is_told(uploads, signed_in, app):
    uploads(NEW, in_force="2026-12-10T10:05")
    form = hidden_fields(signed_in.reads(FILE), FILE)
    now = datetime(2026, 12, 10, 15, 6, tzinfo=UTC)
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: now)
    assert signed_in.sends(FILE, **form).location == f"{AT}?done=moment"


def test_who_proved_long_ago_who_they_are_is_asked_once_more(uploads, signed_in, app):
    uploads(NEW)
    form = hidden_fields(signed_in.reads(FILE), FILE)
    later = datetime(2026, 12, 10, 15, 20, tzinfo=UTC)
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: later)
    asked = signed_in.sends(FILE, **form)
    assert (asked.status_code, 'name="password"' in asked.text) == (403, True)
