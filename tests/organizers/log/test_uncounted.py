"""Calls that statistics do not count, or count together with others, are found in the log all the same."""

from datetime import datetime, time, timedelta
from html import unescape

import pytest
from sqlalchemy import select

from app.clock import EASTERN, eastern_day, utc_now
from app.statistics.sealing import seal_some
from models import Call, CallSource, CallStatus, EndReason
from tests.world.one_unit import kept

TODAY = eastern_day(utc_now())
NOBODY = {"source": CallSource.CALL_BACK, "offices": (), "town": "", "phone": "+16175550166"}


def noon(days):
    return datetime.combine(TODAY - timedelta(days=days), time(12), EASTERN)


@pytest.fixture
def refused(happened, counted):
    """Two calls whose end was that somebody asks not to be called: to the owner of a number, and to a supporter."""
    how = {"status": CallStatus.COMPLETED, "end_reason": EndReason.REFUSED, "at": noon(3), "language": "es"}
    made = happened(**how, **NOBODY), happened(**how)
    counted()
    return made


@pytest.mark.parametrize("query", [{"outcome": "came-refused"}, {"language": "es"}], ids=str)
def test_calls_to_the_owner_of_a_number_are_found_a_link_away(pages, signed_in, refused, query):
    to_owner, to_supporter = refused
    assert pages(**query) == [[to_supporter]]
    assert "to-its-owner" in unescape(signed_in.reads("/organizers/calls", **query))
    assert pages(kind="to-its-owner", **query) == [[to_owner]]


def test_they_are_no_calls_through_us(pages, signed_in, refused):
    assert pages(kind="through-us") == [[refused[1]]]
    day = noon(3).date().isoformat()
    assert "1 through us · 0 own phone" in signed_in.reads("/organizers/calls", day=day)
    assert "1 to a number's owner" in unescape(signed_in.reads("/organizers/calls", day=day))


def test_a_file_tells_them_apart(signed_in, refused):
    file = signed_in.opens("/organizers/calls.csv").text
    assert (file.count(",call-back,to-its-owner,"), file.count(",web,through-us,")) == (1, 1)


def test_hours_have_all_calls_whatever_they_were(pages, refused):
    assert pages(hour="12") == [[refused[1], refused[0]]]


def test_a_small_town_of_a_sealed_day_is_found_as_long_as_its_calls_say_it(app, session, pages, happened, counted):
    small = [happened(at=noon(29), town="Monson") for _ in range(3)]
    for _ in range(6):
        happened(at=noon(29), town="Holyoke")
    counted()
    while kept(session, lambda work: seal_some(work.session, noon(29).date(), app.extensions["ringdown"].clock())):
        pass
    session.expire_all()
    assert set(session.scalars(select(Call.town).where(Call.id.in_(small)))) == {"Monson"}
    assert pages(town="Monson") == [small[::-1]]
