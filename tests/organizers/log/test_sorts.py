"""The log by the length of talks and by representative: page after page, by key, each call where it belongs."""

import re

import pytest
from sqlalchemy import select

from app.calls.shown.log import page, search
from app.clock import utc_now
from app.organizers.log import by_office, shown
from models import LineOutcome, OfficeHolder

HEADINGS = re.compile(r'<th scope="rowgroup"[^>]*>([^<]+)<')
LONGEST, BY_OFFICE = {"sort": "longest"}, {"sort": "office"}


@pytest.fixture
def talks(happened):
    """Calls with talks of so many seconds; None is none."""
    return lambda *seconds: [happened(line=LineOutcome.ANSWERED, talk_seconds=it) for it in seconds]


@pytest.mark.usefixtures("two_a_page")
def test_the_longest_talk_comes_first_and_calls_without_one_are_left_out(pages, talks):
    short, _, long, longest, _ = talks(40, None, 300, 900, 0)
    assert pages(**LONGEST) == [[longest, long], [short]]


@pytest.mark.usefixtures("two_a_page")
def test_of_talks_that_are_as_long_each_stands_on_one_page(pages, talks):
    first, second, third = talks(60, 60, 60)
    assert pages(**LONGEST) == [[third, second], [first]]


@pytest.mark.usefixtures("two_a_page")
@pytest.mark.parametrize("days", [{}, {"from": "2026-11-23", "to": "2026-11-23"}], ids=["ever", "a day"])
def test_a_filter_holds_by_length_too(pages, happened, counted, days):
    def talk(seconds, town):
        return happened(line=LineOutcome.ANSWERED, talk_seconds=seconds, town=town)

    of_lynn = [talk(seconds, town="Lynn") for seconds in (10, 30, 20)]
    talk(99, town="Salem")
    counted()
    assert pages(town="Lynn", **LONGEST, **days) == [[of_lynn[1], of_lynn[2]], [of_lynn[0]]]


def test_a_search_by_length_ends_and_goes_on(pages, talks, monkeypatch):
    monkeypatch.setattr(search, "MOST", 2)
    every = talks(10, 20, 30, 40, 50)
    found = pages(town="Holyoke", **LONGEST)
    assert ([call for calls in found for call in calls], len(found) > 1) == (every[::-1], True)


@pytest.fixture
def of_two_offices(happened, counted, session):
    """Calls to Duffy, to Domb, and to each of them again."""

    def to(name):
        holder = session.scalars(select(OfficeHolder).where(OfficeHolder.name == name)).one()
        seat = {"district_geoid": holder.district_geoid, "office_holder_id": holder.id}
        return happened(line=LineOutcome.ANSWERED, talk_seconds=40, offices=(seat,))

    calls = [to("Pat Duffy"), to("Mindy Domb"), to("Pat Duffy"), to("Mindy Domb")]
    counted()
    return calls


def test_by_representative_each_has_its_calls_the_newest_first(pages, signed_in, of_two_offices):
    duffy, domb, duffy_again, domb_again = of_two_offices
    assert pages(**BY_OFFICE) == [[domb_again, domb, duffy_again, duffy]]
    headings = HEADINGS.findall(signed_in.reads(**BY_OFFICE))
    assert [it.split(",")[0] for it in headings] == ["Mindy Domb", "Pat Duffy"]
    assert all(it.endswith(": 2 calls") for it in headings)


def test_a_page_by_representative_goes_on_within_one(pages, of_two_offices, monkeypatch):
    monkeypatch.setattr(shown.page_of, "__defaults__", (3,))
    duffy, domb, duffy_again, domb_again = of_two_offices
    assert pages(**BY_OFFICE) == [[domb_again, domb, duffy_again], [duffy]]


def test_a_page_looks_at_so_many_representatives_and_the_next_goes_on(pages, of_two_offices, monkeypatch):
    monkeypatch.setattr(by_office, "MOST_SEATS", 1)
    duffy, domb, duffy_again, domb_again = of_two_offices
    assert pages(**BY_OFFICE) == [[domb_again, domb], [duffy_again, duffy]]


def test_by_representative_a_filter_holds(pages, signed_in, of_two_offices):
    assert pages(outcome="line-busy", **BY_OFFICE) == [[]]
    assert "No call fits" in signed_in.reads(outcome="line-busy", **BY_OFFICE)


def test_a_call_that_is_not_counted_yet_stands_with_its_representative(pages, happened):
    call = happened(line=LineOutcome.ANSWERED, at=utc_now())
    assert pages(**BY_OFFICE) == [[call]]


@pytest.mark.parametrize("more", [{}, {"rehearsals": "1"}])
def test_by_one_representative_no_other_has_any(pages, of_two_offices, session, more):
    seat = session.scalar(select(OfficeHolder.district_geoid).where(OfficeHolder.name == "Pat Duffy"))
    assert pages(office=seat, **BY_OFFICE, **more) == [[of_two_offices[2], of_two_offices[0]]]


@pytest.mark.parametrize(
    ("sort", "why"), [("office", "once we dial their office"), ("longest", "once somebody talked")]
)
def test_where_no_call_got_so_far_the_page_leads_to_those_there_are(signed_in, happened, sort, why):
    happened()
    page = signed_in.reads(sort=sort)
    assert (why in page, "Show the newest calls" in page, "No calls yet" in page) == (True, True, False)


def test_rehearsals_are_sorted_too(pages, happened):
    call = happened(line=LineOutcome.ANSWERED, talk_seconds=40, rehearsal=True)
    assert pages(rehearsals="1", **BY_OFFICE) == pages(rehearsals="1", **LONGEST) == [[call]]


@pytest.mark.parametrize("sort", ["longest", "office"])
def test_a_file_of_it_has_every_call_once_in_the_order_of_time(signed_in, talks, counted, sort):
    calls = talks(40, None, 300)
    counted()
    rows = signed_in.opens("/organizers/calls.csv", sort=sort).text.splitlines()[1:]
    assert [int(row.split(",")[0]) for row in rows] == calls[::-1]


@pytest.mark.parametrize("sort", ["longest", "office"])
def test_a_place_in_another_order_is_a_place_all_the_same(signed_in, app, talks, sort):
    talks(40)
    cursor = app.extensions["ringdown"].tokens.sign("log-cursor", ["2030-01-01T00:00:00+00:00", 9])
    assert signed_in.opens("/organizers/calls", sort=sort, before=cursor).status_code == 200


def test_the_oldest_are_those_that_are_still_there(pages, happened, counted, long_gone):
    calls = [happened(language="en", town=town) for town in ("Lynn", "Salem")]
    counted()
    long_gone(500)
    assert pages(sort="oldest", language="en") == [calls]


def test_a_page_has_fifty(pages):
    assert page.A_PAGE == shown.page_of.__defaults__[0] == 50
