"""Organizers see which lines fail lately, and say how many of our calls each takes at once."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import delete, select

from app.calls.queue.tally import tally_lines
from app.representatives import directory
from models import CalledOffice, Feedback, Leg, LegRole, LegStatus, LinePace, OfficeLine, ReportedOutcome, ReportSource
from tests.organizers.conftest import hidden_fields


@pytest.fixture
def now(app):
    return app.extensions["ringdown"].clock()


@pytest.fixture
def rung(session, called, now):
    """Calls to the office's line that ended so."""

    def rung(*endings, ago=timedelta(hours=1), mailbox_full=False, **columns):
        for ending in endings:
            call = called(at=now - ago, **columns)
            office = session.scalar(select(CalledOffice.id).where(CalledOffice.call_id == call.id))
            leg = {"call_id": call.id, "called_office_id": office, "carrier_sid": f"CA{call.id}", "status": ending}
            session.add(Leg(role=LegRole.OFFICE, **leg))
            for source in ReportSource if mailbox_full else ():
                session.add(Feedback(called_office_id=office, source=source, outcome=ReportedOutcome.MAILBOX_FULL))
        session.flush()
        tally_lines(session)
        session.commit()

    return rung


@pytest.fixture
def number(session):
    """The number that was rung, at the usual pace before and after."""
    yield session.scalar(select(OfficeLine.e164).limit(1))
    session.rollback()
    session.execute(delete(LinePace))
    session.commit()


@pytest.fixture
def office(session, number):
    """The page of the office that has this number."""
    seats = directory(session).seats.values()
    seat = next(seat for seat in seats if number in {line.e164 for line in seat.lines})
    return f"/organizers/offices/{seat.geoid}"


@pytest.fixture
def sets(signed_in, office, number):
    """Says how many calls the office's number takes at once."""

    def sets(at_once, of=number, **more):
        hidden = hidden_fields(signed_in.reads(office), f"{office}/pace", number=number)
        return signed_in.sends(f"{office}/pace", **hidden | {"number": of, "at_once": at_once} | more)

    return sets


def text_of(page):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])))


def row_of(page):
    (row,) = page.partition("<tbody>")[2].partition("</tbody>")[0].split("</tr>")[:-1]
    return text_of(f"<main{row}")


def test_before_any_call_the_page_says_what_it_will_show(signed_in):
    assert "No office was rung within 14 days" in text_of(signed_in.reads("/organizers/lines"))


def test_a_line_that_fails_at_least_every_other_time_is_told(signed_in, rung):
    rung(LegStatus.BUSY, LegStatus.BUSY, LegStatus.NO_ANSWER, LegStatus.COMPLETED, LegStatus.FAILED)
    page = signed_in.reads("/organizers/lines")
    assert "1 line fails often." in text_of(page)
    assert "1 of 5 Fails often 2 1 1 – 2 –" in row_of(page)


def test_few_tries_say_nothing_of_a_line(signed_in, rung):
    rung(LegStatus.BUSY, LegStatus.BUSY)
    assert "No line fails often." in text_of(signed_in.reads("/organizers/lines"))


def test_a_full_mailbox_counts_once_and_as_a_miss(signed_in, rung):
    rung(LegStatus.COMPLETED, LegStatus.COMPLETED, LegStatus.COMPLETED, mailbox_full=True)
    assert "3 of 3 Fails often – – – 3" in row_of(signed_in.reads("/organizers/lines"))


def test_a_call_that_was_left_before_the_answer_is_no_try(signed_in, rung):
    rung(LegStatus.CANCELED, LegStatus.COMPLETED)
    assert "1 of 1" in row_of(signed_in.reads("/organizers/lines"))


def test_rehearsals_and_what_is_long_ago_do_not_count(signed_in, rung):
    rung(LegStatus.BUSY, rehearsal=True)
    rung(LegStatus.BUSY, ago=timedelta(days=15))
    assert "No office was rung" in text_of(signed_in.reads("/organizers/lines"))


def test_a_line_at_rest_says_until_when(signed_in, rung, session, number, now):
    rung(LegStatus.BUSY)
    session.add(LinePace(e164=number, rests_until=now + timedelta(minutes=5)))
    session.commit()
    assert "Rests until" in row_of(signed_in.reads("/organizers/lines"))


def test_an_office_tells_how_its_line_answered(signed_in, rung, office):
    assert "Nobody was connected here within 14 days." in text_of(signed_in.reads(office))
    rung(LegStatus.BUSY, LegStatus.COMPLETED)
    assert "2 times within 14 days" in text_of(signed_in.reads(office))


def test_a_line_takes_as_many_calls_at_once_as_organizers_say(signed_in, sets, session, number, office):
    assert "done=pace" in sets("5").location
    session.rollback()
    assert session.get_one(LinePace, number).at_once == 5
    assert 'value="5"' in signed_in.reads(office)


def test_the_same_pace_again_changes_nothing(sets):
    assert "done=same-pace" in sets("2").location


def test_a_pace_that_somebody_else_set_meanwhile_stays(sets, session, number):
    sets("5")
    answer = sets("9", seen="2")
    assert (answer.status_code, "Somebody else changed this meanwhile" in answer.text) == (409, True)
    assert session.get_one(LinePace, number, populate_existing=True).at_once == 5


@pytest.mark.parametrize("typed", ["0", "51", "", "many", "-1", "²", "9" * 5000, "<script>"])
def test_no_other_pace_is_taken_and_what_was_typed_stays(sets, session, number, typed):
    answer = sets(typed)
    assert (answer.status_code, "Enter a number from 1 to 50." in answer.text) == (422, True)
    assert "<script>alert" not in answer.text
    assert session.get(LinePace, number) is None


def test_a_number_of_another_office_is_not_touched_here(sets, session):
    assert "done=elsewhere" in sets("5", of="+16175550199").location
    assert session.scalars(select(LinePace)).all() == []
