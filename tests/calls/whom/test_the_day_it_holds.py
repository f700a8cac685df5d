"""On the morning a new General Court takes office everybody is led to who sits now, whether or not a worker runs."""

import re

import pytest
from sqlalchemy import select

from app import create_app
from app.calls.later.due import ring_due
from app.representatives.importing import take_force
from app.store.db import close_db
from app.store.unit import Unit
from models import Call, CalledOffice, CallStatus, OfficeHolder
from tests.representatives.importing.people_csv import new_court, prepare_rows
from tests.world.calls import a_call, due_at, office_of
from tests.world.database.own_roster import restore_offices
from tests.world.people.hotline_caller import HotlineCaller
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock, local

BEFORE, AFTER = "2027-01-06 10:59", "2027-01-06 11:00"
THE_DAY_BEFORE = "2027-01-05 12:00"
TOWN = "Dennis"  # in the 1st Barnstable


@pytest.fixture
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def clock():
    return WallClock(THE_DAY_BEFORE)


@pytest.fixture
def there(app, settings, campaign, clock):
    """The app with a clock that is set."""
    there = create_app(settings, clock=clock)
    yield there
    close_db(there)


@pytest.fixture(autouse=True)
def prepared(session, there, clock):
    """Jordan Reyes is to sit for the 1st Barnstable from January 6 on, instead of Chris Flanagan."""
    prepare_rows(session, new_court(), now=clock())
    session.commit()


@pytest.fixture
def supporter(there):
    return Supporter(there.test_client())


@pytest.fixture
def called(session):
    """Whom the calls were to reach, in the order in which they were asked for."""

    def called():
        session.rollback()
        named = select(OfficeHolder.name).join(CalledOffice).order_by(CalledOffice.call_id, CalledOffice.rank)
        return session.scalars(named).all()

    return called


def test_a_page_that_was_open_before_calls_who_sits_now(supporter, clock, called):
    clock.reads(BEFORE)
    form = supporter.form(town=TOWN, phone="(617) 555-0124")
    supporter.asks_to_be_called(town=TOWN)
    clock.reads(AFTER)
    assert supporter.sends(form).status_code == 303
    assert called() == ["Chris Flanagan", "Jordan Reyes"]


def test_a_program_is_told_who_sits_now(there, clock):
    def told():
        answer = there.test_client().post("/api/v1/representatives", json={"place": TOWN})
        return answer.json["candidates"][0]["name"]

    clock.reads(BEFORE)
    assert told() == "Chris Flanagan"
    clock.reads(AFTER)
    assert told() == "Jordan Reyes"


def test_the_hotline_says_who_sits_now(there, clock):
    clock.reads(AFTER)
    caller = HotlineCaller(there, 1)
    caller.dials()
    assert "Jordan Reyes" in caller.says("where", SpeechResult=TOWN)


def test_a_code_that_was_shown_before_leads_to_who_sits_now(there, supporter, clock, called):
    clock.reads(BEFORE)
    page = supporter.asks_to_be_called(town=TOWN, phone="", consent="", dial="1")
    text = there.test_client().get(page.location).text
    code = re.search(r'class="big-number">(\d \d \d \d)<', text)[1].replace(" ", "")
    clock.reads(AFTER)
    caller = HotlineCaller(there, 1)
    caller.dials()
    caller.says("where", Digits=code)
    assert called() == ["Jordan Reyes"]


def test_an_agreed_call_goes_to_who_sits_there_when_its_day_comes(session, there, campaign, clock, called):
    own = there.extensions["ringdown"]
    agreed = a_call(session, own, campaign, ring_from=local(AFTER), offices=(office_of(session, "Chris Flanagan"),))
    clock.reads(AFTER)
    take_force(session, clock())
    ring_due(Unit(session), due_at(clock()))
    assert called() == ["Jordan Reyes"]
    assert session.get_one(Call, agreed.id, populate_existing=True).status is CallStatus.REQUESTED


def test_what_the_log_says_of_last_week_stays(session, there, campaign, clock, called):
    a_call(session, there.extensions["ringdown"], campaign, offices=(office_of(session, "Chris Flanagan"),))
    clock.reads(AFTER)
    take_force(session, clock())
    ring_due(Unit(session), due_at(clock()))
    assert called() == ["Chris Flanagan"]
