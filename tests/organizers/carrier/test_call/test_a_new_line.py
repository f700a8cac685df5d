"""A number that an organizer set is tried: their own phone rings and is connected, and they say whether it was it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.representatives import directory
from app.representatives.facts.records import LineFacts
from app.representatives.new_lines.noting import Setting, note_new_lines
from app.representatives.roster.correct_lines import correct_lines
from models import AuditEvent, LineKind, NewLine
from tests.organizers.conftest import EMAIL, hidden_fields
from tests.world.database.own_roster import restore_offices
from tests.world.patience import PATIENCE

MOORE, NEW = "25D08", "+16175550142"
LIST = "/organizers/offices/new-lines"
RING = f"{LIST}/ring"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def new_line(session, app, signed_in):
    """A number that they set themselves."""
    seat = directory(session).seat(MOORE)
    now, lines = app.extensions["ringdown"].clock(), (LineFacts(NEW, "", LineKind.CAPITOL),)
    correct_lines(session, seat.holder.id, lines, by=EMAIL, note="They told us", now=now)
    note_new_lines(session, seat.holder.id, (), lines, Setting(EMAIL, now, timedelta(hours=1)))
    session.commit()


@pytest.fixture
def tries(signed_in, session, carrier):
    """Presses the button and waits until nobody is on the phone any more."""

    def tries():
        answer = signed_in.sends(RING, **hidden_fields(signed_in.reads(LIST), RING))
        carrier.wait_until_idle(PATIENCE)
        session.rollback()
        return answer.location.rpartition("=")[2]

    return tries


def confirmed_by(session):
    return session.scalars(select(NewLine.confirmed_by)).one()


def test_whoever_heard_the_office_confirms_it_alone(new_line, confirmed, tries, mine, carrier, session):
    carrier.phone(NEW).answers()
    mine.then_presses("1").then_presses("1")
    assert tries() == "rings"
    assert confirmed_by(session) == EMAIL
    assert session.scalars(select(AuditEvent.after).order_by(AuditEvent.id.desc())).first()["by"] == "a test call"


def test_where_it_was_somebody_else_nothing_is_confirmed(new_line, confirmed, tries, mine, carrier, session):
    carrier.phone(NEW).answers()
    mine.then_presses("1").then_presses("2")
    tries()
    assert confirmed_by(session) == ""


def test_where_nobody_picks_up_nothing_is_asked(new_line, confirmed, tries, mine, carrier, session):
    carrier.phone(NEW).is_busy()
    mine.then_presses("1").then_presses("1")
    tries()
    assert confirmed_by(session) == ""


def test_whose_phone_is_not_known_shows_that_first(new_line, tries):
    assert tries() == "phone-first"
