"""Organizers look at an office's hours, change its week, and say which days differ, at one office or at all."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from sqlalchemy import select

from app.representatives import directory
from app.representatives.opening.spans import USUAL_WEEK
from models import HoursException, OfficeHours
from tests.organizers.conftest import CSRF, hidden_fields
from tests.world.database.own_roster import restore_offices
from tests.world.time.clocks import hours, local

CHRIS, MIKE = "25001", "25D08"
WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "9-5")
STORM = {"day": "2026-11-24", "hours": "closed", "note": "the State House is closed for snow"}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def it_is(app):
    """Says what the clock on the wall reads."""

    def it_is(text):
        app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: local(text))

    it_is("2026-11-23 12:00")
    return it_is


@pytest.fixture
def read(signed_in, it_is):
    """The text of an office's page, or of the list."""

    def read(geoid=MIKE, **query):
        page = unescape(signed_in.reads(f"/organizers/offices{'/' if geoid else ''}{geoid}", **query))
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))

    return read


@pytest.fixture
def sends(signed_in, it_is, session):
    """Fills one of the forms and sends it: of an office's best line, or of all offices."""

    def sends(path, geoid=MIKE, **typed):
        at = f"/organizers/offices/{geoid}".rstrip("/")
        line = directory(session).seat(geoid).line if geoid else None
        which = {"line": line.id} if line else {"state": "MA"}
        hidden = hidden_fields(signed_in.reads(at), f"{at}/{path.partition('/')[0]}", **which)
        answer = signed_in.sends(f"{at}/{path}", **hidden | typed)
        session.rollback()
        return answer

    return sends


@pytest.fixture
def hours_of(session):
    """The hours by which the next call goes."""

    def hours_of(geoid=MIKE):
        facts = directory(session)
        return facts.hours(facts.seat(geoid).line.id)

    return hours_of


def test_an_office_tells_its_week_and_whether_it_is_open(read):
    page = read()
    assert "Open now, until 5 PM." in page
    assert "Monday to Friday 9 AM–5 PM Saturday and Sunday closed These are the usual hours." in page


def test_a_closed_office_says_why_and_when_it_opens(read, it_is):
    it_is("2026-11-26 12:00")
    assert "Closed now: Thanksgiving Day. Opens tomorrow at 9 AM." in read()


def test_the_holidays_of_the_next_sixty_days_are_told(read):
    days = re.findall(r"(\w+, \w+ \d+, \d+) : closed", read().partition("Days that differ")[2])
    assert days[:3] == ["Thursday, Nov 26, 2026", "Friday, Dec 25, 2026", "Friday, Jan 1, 2027"]


def test_each_line_of_an_office_has_hours_of_its_own(read):
    page = read()
    assert page.index("Hours: State House") < page.index("Hours: District office")


def test_a_shared_line_says_for_how_many_its_hours_count(read):
    assert re.search(r"The hours count for all \d members on this line", read(CHRIS))


def test_an_office_without_a_line_has_no_hours(read, session):
    seat = next(it for it in directory(session).seats.values() if not it.lines)
    assert "Change the week" not in read(seat.geoid)


def test_a_changed_week_is_taken_by_the_next_call(sends, hours_of):
    answer = sends("hours", **WEEK | {"monday": "9-12, 1-5pm", "saturday": "10 to 2"})
    assert answer.location == f"/organizers/offices/{MIKE}?done=hours"
    assert hours_of().week[0] == (hours(9, 12), hours(13, 17))
    assert hours_of().week[5:] == ((hours(10, 14),), ())


def test_a_changed_week_is_told_in_one_form_with_who_set_it(sends, read):
    sends("hours", **WEEK | {"friday": "09:00-12.30"})
    page = read()
    assert "Monday to Thursday 9 AM–5 PM Friday 9 AM–12:30 PM" in page
    assert "Set Nov 23, 12:00 PM by organizer@example.org." in page


def test_the_way_back_to_the_usual_hours(sends, hours_of, session):
    sends("hours", **WEEK | {"monday": "closed"})
    assert sends("hours/usual").location.endswith("done=usual")
    assert (hours_of().week, session.query(OfficeHours).count()) == (USUAL_WEEK, 0)


@pytest.mark.parametrize(("path", "typed"), [("hours", WEEK), ("hours/usual", {})])
def test_what_is_so_already_changes_nothing(sends, session, path, typed):
    version = directory(session).version
    assert sends(path, **typed).location.endswith("done=same-hours")
    assert directory(session).version == version


def test_a_week_that_cannot_be_is_told_by_day_and_changes_nothing(sends, hours_of):
    answer = sends("hours", **WEEK | {"monday": "<b>9", "friday": "5pm-9am"})
    page = unescape(answer.text)
    assert (answer.status_code, hours_of().week) == (422, USUAL_WEEK)
    assert "Monday: Enter hours like 9-5" in page
    assert "Friday: The closing time must come after the opening time." in page
    assert 'value="&lt;b&gt;9"' in answer.text


def test_a_day_that_differs_is_taken_and_told(sends, read, hours_of):
    assert sends("exceptions", **STORM | {"hours": "10-12"}).location.endswith("done=exception")
    assert hours_of().spans_on(date(2026, 11, 24)) == (hours(10, 12),)
    assert "Tuesday, Nov 24, 2026 : 10 AM–noon “the State House is closed for snow” . Set" in read().replace(
        "”.", "” ."
    )


def test_a_day_may_be_typed_as_people_write_it(sends, hours_of):
    sends("exceptions", **STORM | {"day": "11/24/2026"})
    assert hours_of().spans_on(date(2026, 11, 24)) == ()


def test_a_day_that_differs_can_be_removed(sends, hours_of, session):
    sends("exceptions", **STORM)
    assert sends("exceptions/remove", day="2026-11-24").location.endswith("done=removed")
    assert (hours_of().exceptions, session.query(HoursException).count()) == ({}, 0)


def test_a_day_far_away_is_told_and_can_be_removed(sends, read):
    sends("exceptions", **STORM | {"day": "2028-01-10"})
    assert "Remove Monday, Jan 10, 2028" in read()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"day": ""}, "Enter a day, like 11/27/2026."),
        ({"day": "13/45/2026"}, "Enter a day, like 11/27/2026."),
        ({"day": "2026-11-22"}, "This day is over."),
        ({"day": "2029-01-01"}, "Enter a day within the next two years."),
        ({"hours": "when they like"}, "Enter hours like 9-5"),
        ({"hours": "8-9, 10-11, 12-1, 2-3, 4-5"}, "Enter four times a day at most."),
        ({"note": " "}, "Say why in a few words"),
    ],
)
@pytest.mark.parametrize("geoid", [MIKE, ""], ids=["one office", "every office"])
def test_what_is_wrong_with_a_day_is_told_and_changes_nothing(sends, session, geoid, typed, told):
    answer = sends("exceptions", geoid, **STORM | typed)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert session.query(HoursException).count() == 0


@pytest.mark.parametrize("geoid", [MIKE, ""], ids=["one office", "every office"])
def test_what_was_typed_stays_in_the_form(sends, geoid):
    page = sends("exceptions", geoid, **STORM | {"hours": "<b>9", "note": "a <i>storm"}).text
    assert all(kept in page for kept in ('value="2026-11-24"', 'value="&lt;b&gt;9"', 'value="a &lt;i&gt;storm"'))


def test_a_storm_closes_every_office(sends, read, hours_of):
    answer = sends("exceptions", "", **STORM)
    assert answer.location == "/organizers/offices?state=MA&done=exception"
    assert {hours_of(geoid).spans_on(date(2026, 11, 24)) for geoid in (CHRIS, MIKE)} == {()}
    assert "Tuesday, Nov 24, 2026 : closed “the State House is closed for snow”. Set" in read("")
    assert "“the State House is closed for snow”, at every office" in read()


def test_the_storm_may_be_over_sooner(sends, hours_of):
    sends("exceptions", "", **STORM)
    assert sends("exceptions/remove", "", day="2026-11-24").location.endswith("done=removed")
    assert hours_of().exceptions == {}


def test_of_two_organizers_the_slower_is_told_and_nothing_is_lost(sends, hours_of):
    seen = {"seen": "something else"}
    answer = sends("hours", **WEEK | {"monday": "closed"} | seen)
    assert (answer.status_code, hours_of().week) == (409, USUAL_WEEK)
    assert "Somebody else changed these hours meanwhile" in answer.text
    assert re.search('name="monday"[^>]* value="closed"', answer.text)


@pytest.mark.parametrize("geoid", [MIKE, ""], ids=["one office", "every office"])
def test_a_day_that_somebody_else_set_meanwhile_is_not_overwritten(sends, signed_in, session, geoid):
    at = f"/organizers/offices/{geoid}".rstrip("/")
    seen = {"seen": hidden_fields(signed_in.reads(at), f"{at}/exceptions")["seen"]}
    sends("exceptions", geoid, **STORM)
    answer = sends("exceptions", geoid, **STORM | {"note": "I know better"} | seen)
    assert (answer.status_code, "Somebody else changed these" in answer.text) == (409, True)
    assert session.scalars(select(HoursException.note)).one() == STORM["note"]


def test_an_office_that_differs_meanwhile_is_not_set_back(sends, hours_of):
    sends("hours", **WEEK | {"monday": "closed"})
    assert sends("hours/usual", seen="something else").location.endswith("done=same-hours")
    assert hours_of().week != USUAL_WEEK


@pytest.mark.parametrize("path", ["exceptions", "exceptions/remove"])
@pytest.mark.parametrize("state", ["NH", "", "\x00\x00", "M" * 999])
def test_a_state_without_offices_has_no_hours(sends, path, state):
    assert sends(path, "", **STORM | {"state": state}).location.endswith("done=same")


@pytest.mark.parametrize("geoid", [MIKE, ""], ids=["one office", "every office"])
@pytest.mark.parametrize("day", ["", "yesterday", "2026-11-24\x00", "1999-01-01"])
def test_removing_what_is_not_there_changes_nothing(sends, geoid, day):
    assert "done=same" in sends("exceptions/remove", geoid, day=day).location


@pytest.mark.parametrize("path", ["hours", "hours/usual", "exceptions", "exceptions/remove"])
@pytest.mark.parametrize("line", ["", "1x", "-1", "9" * 40, "²"])
def test_a_line_of_another_office_is_left_alone(sends, session, path, line):
    assert sends(path, **WEEK | STORM | {"monday": "closed", "line": line}).location.endswith("done=elsewhere")
    assert session.query(OfficeHours).count() == session.query(HoursException).count() == 0


PATHS = [f"/{MIKE}/hours", f"/{MIKE}/hours/usual", f"/{MIKE}/exceptions", f"/{MIKE}/exceptions/remove"]


@pytest.mark.parametrize("path", [*PATHS, "/exceptions", "/exceptions/remove"])
def test_a_form_without_its_token_is_refused(signed_in, session, path):
    answer = signed_in.sends(f"/organizers/offices{path}", **WEEK | STORM | {"state": "MA"})
    assert (answer.status_code, session.query(HoursException).count()) == (400, 0)


@pytest.mark.parametrize("path", ["hours", "hours/usual", "exceptions", "exceptions/remove"])
def test_an_unknown_office_has_no_hours(signed_in, path):
    token = CSRF.search(signed_in.reads())[1]
    assert signed_in.sends(f"/organizers/offices/25999/{path}", csrf_token=token).status_code == 404
