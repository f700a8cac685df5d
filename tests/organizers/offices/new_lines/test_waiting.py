"""A number that one organizer set waits, is shown to all, and is used once somebody else confirms it, or later."""

from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from app.representatives import directory
from app.representatives.importing import take_force
from app.team.create import create_organizer
from models import Alert, AlertKind, AuditEvent, NewLine, OfficeHolder, TeamRole
from tests.organizers.conftest import PASSWORD, Organizer, hidden_fields
from tests.representatives.importing.people_csv import as_csv, ma_rows
from tests.world.database.own_roster import restore_offices

MOORE = "25D08"
HERE, LIST = f"/organizers/offices/{MOORE}", "/organizers/offices/new-lines"
UPLOAD = "/organizers/offices/import"
CONFIRM = f"{LIST}/confirm"
NEW = {"capitol": "617 555 0142", "note": "The office told us", "first": "capitol"}
BEFORE = ["+16177221485", "+15087570323"]
AN_HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"new_line_minutes": 60})


@pytest.fixture
def second(app, session):
    """Somebody else of the team, in a browser of their own."""
    create_organizer(session, "second@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    second = Organizer(app.test_client())
    second.signs_in("second@example.org")
    return second


@pytest.fixture
def sets(signed_in, session):
    """Sends the form of the office's lines, or another of its forms."""

    def sets(to="", by=signed_in, **typed):
        at = f"{HERE}{to}"
        answer = by.sends(at, **hidden_fields(by.reads(HERE), at) | typed)
        session.rollback()
        return answer

    return sets


@pytest.fixture
def rings(session):
    """Which numbers are used."""
    return lambda: [line.e164 for line in directory(session).seat(MOORE).lines]


@pytest.fixture
def confirms(session):
    """Presses the button beside a number that waits."""

    def confirms(who, at=HERE):
        answer = who.sends(CONFIRM, **hidden_fields(who.reads(at), CONFIRM))
        session.rollback()
        return unescape(who.reads(answer.location))

    return confirms


def alerts(session):
    session.rollback()
    told = select(Alert.sentence).where(Alert.kind == AlertKind.LINE_UNCONFIRMED, Alert.over_at.is_(None))
    return session.scalars(told).all()


def test_the_office_is_called_as_before_and_all_are_told(sets, rings, session, signed_in):
    assert sets(**NEW).location.endswith("?done=new-line")
    assert rings() == BEFORE
    (told,) = alerts(session)
    assert told.startswith("organizer@example.org set the number of Mike Moore, (617) 555-0142, and nobody else")
    page = unescape(signed_in.reads(HERE))
    assert "Not used yet" in page
    assert 'value="(617) 555-0142"' in page


def test_who_set_it_is_no_second_person(sets, rings, signed_in, session):
    sets(**NEW)
    assert not hidden_fields(signed_in.reads(HERE), CONFIRM)
    holder = session.scalars(select(NewLine.holder_id)).one()
    token = hidden_fields(signed_in.reads(HERE), HERE)["csrf_token"]
    sent = {"csrf_token": token, "holder": holder, "number": "+16175550142", "extension": ""}
    answer = signed_in.sends(CONFIRM, **sent)
    assert answer.location.endswith("?done=own")
    assert rings() == BEFORE


@pytest.mark.parametrize("at", [HERE, LIST])
def test_a_second_person_confirms_it(sets, rings, second, confirms, session, at):
    sets(**NEW)
    assert "Confirmed." in confirms(second, at)
    assert rings() == ["+16175550142"]
    assert alerts(session) == []
    done = session.scalars(select(AuditEvent.subject).order_by(AuditEvent.id.desc())).first()
    assert done == "the number of Mike Moore, set by organizer@example.org"
    assert "Nothing to confirm" in second.reads(LIST)


def test_after_an_hour_it_is_used_and_still_to_be_confirmed(sets, rings, second, confirms, session, app):
    sets(**NEW)
    now = app.extensions["ringdown"].clock()
    assert take_force(session, now + AN_HOUR - timedelta(minutes=1)) == 0
    assert take_force(session, now + AN_HOUR) == 1
    session.commit()
    assert rings() == ["+16175550142"]
    assert len(alerts(session)) == 1
    assert "Used, not confirmed" in second.reads(HERE)
    confirms(second)
    assert alerts(session) == []


def test_an_undo_is_at_once_and_what_is_set_once_more_waits_again(sets, rings, session):
    sets(**NEW)
    sets("/undo")
    assert (rings(), alerts(session)) == (BEFORE, [])
    sets(**NEW)
    assert (rings(), len(alerts(session))) == (BEFORE, 1)


def test_other_numbers_that_follow_change_nothing_of_what_rings_meanwhile(sets, rings):
    sets(**NEW)
    sets(**NEW | {"district": "508 555 0143"})
    assert rings() == BEFORE


def test_what_the_office_had_is_used_at_once(sets, rings, session):
    sets(**NEW | {"capitol": "508 757 0323", "capitol_extension": "13"})
    assert (rings(), alerts(session)) == (["+15087570323"], [])


def test_two_who_set_the_same_number_each_by_themselves_agree(sets, rings, second):
    sets(**NEW)
    sets("/undo")
    sets(by=second, **NEW)
    assert rings() == ["+16175550142"]


def test_a_number_that_a_form_made_up_is_not_confirmed(sets, second, session):
    sets(**NEW)
    for wrong in ({"holder": "1"}, {"holder": "x"}, {"number": "+16175550199"}, {"holder": "9" * 5000}):
        answer = second.sends(CONFIRM, **hidden_fields(second.reads(HERE), CONFIRM) | wrong)
        assert answer.location.endswith("?done=nothing")
    assert session.scalars(select(NewLine.confirmed_at)).all() == [None]


def test_an_office_made_by_hand_waits_like_any_other(signed_in, session, second):
    at = "/organizers/offices/made/new"
    typed = {"name": "Maura Healey", "title": "Governor", "first": "617 555 0150", "note": "Her page"}
    signed_in.sends(at, **hidden_fields(signed_in.reads(at), at) | typed)
    session.rollback()
    geoid = session.scalars(select(OfficeHolder.district_geoid).where(OfficeHolder.name == "Maura Healey")).one()
    assert directory(session).seat(geoid).lines == ()
    second.sends(CONFIRM, **hidden_fields(second.reads(LIST), CONFIRM))
    session.rollback()
    assert [line.e164 for line in directory(session).seat(geoid).lines] == ["+16175550150"]


def test_a_number_that_a_file_brings_waits_too(signed_in, session, rings):
    rows = [row | {"capitol_voice": "617-555-0142"} if row["name"] == "Mike Moore" else row for row in ma_rows()]
    form = hidden_fields(signed_in.reads(UPLOAD), UPLOAD) | {"chambers": "both", "source": "Open States"}
    signed_in.uploads(UPLOAD, **form, file=FileStorage(BytesIO(as_csv(rows)), "ma.csv"))
    file = f"{UPLOAD}/file"
    answer = signed_in.sends(file, **hidden_fields(signed_in.reads(file), file) | {"answer-line-kinds": "yes"})
    assert answer.location.endswith("?done=imported")
    assert (rings(), len(alerts(session))) == (BEFORE, 1)
