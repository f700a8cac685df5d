"""A closed office: the page says so, offers a message now or a call when it opens, and keeps to what was chosen."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app import create_app
from app.calls.later.due import ring_due
from app.calls.life.status import move_call
from app.store.db import close_db
from app.store.unit import Unit
from models import Call, CallStatus, Campaign, CampaignState, EndReason, EventSource, Slot
from tests.world.calls import due_at
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local, on_the_wall
from tests.world.time.storms import close_everything, open_again
from tests.world.time.wall_clock import WallClock

SATURDAY = "2026-10-31 14:00"  # the clocks go back that night
CLOSED = "The office is closed now"


@pytest.fixture
def clock():
    return WallClock(SATURDAY)


@pytest.fixture
def supporter(app, settings, campaign, clock):
    """Somebody who visits where offices have hours."""
    there = create_app(settings.model_copy(update={"always_open": False}), clock=clock)
    there.testing = False
    there.test_client_class = app.test_client_class
    yield Supporter(there.test_client())
    close_db(there)


def calls(session):
    session.rollback()
    return session.scalars(select(Call).order_by(Call.id).execution_options(populate_existing=True)).all()


def page_of(answer):
    return answer.location.removesuffix("#main")


def sentence(supporter, page):
    return re.search(r'role="status">([^<]+)<', supporter.client.get(f"{page}/progress").text)[1]


def test_the_page_says_when_it_opens_and_offers_both(supporter, session):
    page = supporter.asks_to_be_called()
    assert (page.status_code, CLOSED in page.text) == (200, True)
    assert "Representative Pat Duffy opens on Monday, November 2, at 9:00 AM." in page.text
    assert "Ring me when they open" in page.text
    assert page.text.count("Leave a message now</button>") == 1
    assert not calls(session)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-25 17:00", "on Friday, November 27, at 9:00 AM"),  # tomorrow is Thanksgiving
        ("2026-11-02 06:30", "on Monday, November 2, at 9:00 AM"),
        ("2026-11-02 08:15", "in 45 minutes"),
        ("2027-03-13 10:00", "on Monday, March 15, at 9:00 AM"),  # the clocks go forward in between
    ],
)
def test_the_time_is_that_of_the_offices_wall(supporter, clock, now, opens):
    clock.now = local(now)
    assert f"opens {opens}." in supporter.asks_to_be_called().text


def test_an_open_office_is_simply_called(supporter, clock, session):
    clock.now = local("2026-11-02 09:00")
    assert supporter.asks_to_be_called().status_code == 303
    assert calls(session)[0].status is CallStatus.REQUESTED


def test_a_day_on_which_every_office_is_closed_is_told(supporter, session, clock):
    close_everything(session, "2026-11-02")
    try:
        assert "opens on Tuesday, November 3, at 9:00 AM." in supporter.asks_to_be_called().text
    finally:
        open_again(session, "2026-11-02")


def test_whoever_wants_to_be_rung_when_it_opens_is_scheduled_in_the_words_that_were_ticked(supporter, session):
    assert supporter.asks_to_be_called(when="open").status_code == 303
    (call,) = calls(session)
    assert (call.status, on_the_wall(call.ring_at)) == (CallStatus.SCHEDULED, "2026-11-02 09:00")
    assert call.agreed_in == "2026-11-25-later/en"


def test_whoever_leaves_a_message_now_is_rung_now(supporter, session):
    supporter.asks_to_be_called(when="now")
    assert calls(session)[0].status is CallStatus.REQUESTED


@pytest.mark.parametrize("now", ["2026-10-31 21:00", "2026-11-01 01:30", "2026-11-01 07:59"])
def test_at_night_nobody_is_rung_now_and_dialing_is_offered(supporter, session, clock, now):
    clock.now = local(now)
    page = supporter.asks_to_be_called()
    assert "At this hour we ring nobody" in page.text
    assert "Leave a message now</button>" not in page.text
    refusal = supporter.asks_to_be_called(when="now").text
    assert "Between 8 in the morning and 9 in the evening" in refusal
    assert "Dial yourself" in refusal
    assert not calls(session)


@pytest.mark.parametrize("when", ["", "later", "NOW", "open ", "<script>alert(1)</script>", "\x00"])
def test_any_other_wish_is_asked_again(supporter, session, when):
    page = supporter.asks_to_be_called(when=when)
    assert CLOSED in page.text
    assert "<script>alert" not in page.text
    assert not calls(session)


def test_an_office_that_does_not_open_within_two_months_rings_nobody_and_offers_no_time(supporter, session):
    close = [f"2026-{day}" for day in days_from("2026-10-31", 62)]
    close_everything(session, *close)
    try:
        assert "is closed for a while" in supporter.asks_to_be_called().text
        assert CLOSED in supporter.asks_to_be_called(when="open").text
        assert not calls(session)
    finally:
        session.rollback()
        open_again(session, *close)


def days_from(first, how_many):
    return [f"{local(f'{first} 12:00') + nth * timedelta(days=1):%m-%d}" for nth in range(how_many)]


def test_the_same_form_sent_twice_is_one_call_in_one_slot(supporter, session):
    form = supporter.form(when="open")
    first, second = supporter.sends(form), supporter.sends(form)
    assert page_of(first) == page_of(second)
    assert session.scalars(select(Slot.taken)).all() == [1]


def test_another_form_for_the_same_number_agrees_on_nothing_more(supporter, session):
    supporter.asks_to_be_called(when="open")
    again = supporter.asks_to_be_called(when="open")
    assert (again.status_code, "We are to ring this number already" in again.text) == (409, True)
    assert session.scalars(select(Slot.taken)).all() == [1]


def test_what_was_answered_before_is_not_asked_again(supporter, session):
    question = supporter.asks_to_be_called(town="Acton")
    choice = re.findall(r'name="district" value="(\d+)"', question.text)[1]
    closed = supporter.asks_to_be_called(town="Acton", district=choice)
    settled = re.search(r'name="settled" value="([^"]+)"', closed.text)[1]
    supporter.asks_to_be_called(town="Acton", settled=settled, when="open")
    assert calls(session)[0].offices[0].district_geoid == choice


def test_a_paused_campaign_agrees_on_nothing(supporter, session):
    form = supporter.form(when="open")
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert supporter.sends(form).status_code == 409
    assert not calls(session)


@pytest.fixture
def booked(supporter):
    """The page of a call that is agreed on for Monday's opening."""
    return page_of(supporter.asks_to_be_called(when="open"))


def test_the_page_says_when_and_in_how_many_minutes(supporter, clock, booked):
    said = [sentence(supporter, booked)]
    for now in ("08:00", "08:47", "08:59", "09:00"):
        clock.now = local(f"2026-11-02 {now}")
        said.append(sentence(supporter, booked))
    times = ["on Monday, November 2, at 9:00 AM", "in 60 minutes", "in 13 minutes", "in a minute", "now"]
    assert said == [f"We ring you {when}." for when in times]


def test_every_minute_is_news_and_nothing_in_between(supporter, clock, booked):
    def etag(now):
        clock.now = local(f"2026-11-02 {now}")
        return supporter.client.get(f"{booked}/progress").headers["ETag"]

    assert etag("08:47:00") == etag("08:47:20") != etag("08:48:00")


def test_whoever_waits_for_a_day_is_not_asked_why_the_phone_does_not_ring(supporter, booked):
    page = supporter.client.get(booked).text
    assert "My phone does not ring" not in page
    assert "Cancel the call" in page


def test_cancel_gives_the_slot_back_and_says_so_however_often_it_is_pressed(supporter, session, booked):
    for _ in range(2):
        assert supporter.client.post(f"{booked}/cancel").status_code == 303
    assert sentence(supporter, booked) == "You canceled the call."
    assert session.scalar(select(func.sum(Slot.taken))) == 0
    ring_due(Unit(session), due_at(local("2026-11-02 09:00")))
    assert calls(session)[0].status is CallStatus.CANCELED


def test_after_cancel_another_time_may_be_agreed_on(supporter, booked):
    supporter.client.post(f"{booked}/cancel")
    assert supporter.asks_to_be_called(when="open").status_code == 303


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_a_campaign_that_takes_a_break_says_so_on_the_page(supporter, session, booked, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    assert "The campaign is taking a break" in sentence(supporter, booked)


def test_a_time_that_is_past_is_not_said_to_be_now(supporter, clock, booked):
    clock.now = local("2026-11-02 09:20")
    assert "It is past the time we agreed on" in sentence(supporter, booked)


@pytest.mark.parametrize(
    ("why", "says"),
    [
        (EndReason.EXPIRED, "We could not call the office at the time we agreed on, nor within a few hours after"),
        (EndReason.NUMBER_BUSY, "Your call waited too long for its turn"),
    ],
)
def test_why_nobody_was_rung_at_that_time_is_told_and_not_that_they_canceled(supporter, session, booked, why, says):
    (call,) = calls(session)
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.WORKER, reason=why)
    session.commit()
    assert sentence(supporter, booked).startswith(says)
    assert "Try once more" in supporter.client.get(booked).text


def test_a_day_later_it_has_expired_and_says_why(supporter, session, clock, booked):
    clock.now = local("2026-11-03 11:01")
    ring_due(Unit(session), due_at(clock.now))
    assert sentence(supporter, booked).startswith("Your call waited too long for its turn, so we did not ring you.")
    assert "Try once more" in supporter.client.get(booked).text


def test_the_page_of_somebody_elses_call_cannot_be_guessed(supporter, booked):
    assert supporter.client.get(f"{booked}x").status_code == 404
    assert supporter.client.post(f"{booked[:-1]}/cancel").status_code == 404
    assert supporter.client.get(booked.replace("safe-communities", "other")).status_code == 404
