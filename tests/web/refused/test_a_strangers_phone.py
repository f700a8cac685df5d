"""Whoever typed somebody else's number learns nothing of what they do: not that they pick up, decline, or hang up."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app.calls.life.status import move_call
from models import Call, CallEvent, CallStatus, EventSource
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


def page_and_carrier(client, app, session, **typed):
    """The page of a call, and the carrier, which was asked to ring."""
    page = Supporter(client).asks_to_be_called(**typed).location.removesuffix("#main")
    call_id = session.scalars(select(Call.id)).one()
    move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return page, SignedSender(app, call_id)


@pytest.fixture
def rung(client, app, session):
    return page_and_carrier(client, app, session)


def minutes_go_by(session, minutes=10):
    """The database's own clock cannot be moved, but what it wrote down can."""
    session.execute(update(CallEvent).values(at=CallEvent.at - timedelta(minutes=minutes)))
    session.commit()


def rings(carrier):
    carrier.reports("ringing", 1)


def declines(carrier):
    carrier.reports("busy", 2)


def is_not_there(carrier):
    carrier.reports("no-answer", 2)


def is_switched_off(carrier):
    carrier.reports("failed", 2)


def picks_up(carrier):
    carrier.asks("answered")


def hangs_up(carrier):
    picks_up(carrier)
    carrier.reports("completed", 9, CallDuration="4")


def lets_a_machine_answer(carrier):
    picks_up(carrier)
    carrier.asks("after/greeting/0/1", Digits="")
    carrier.asks("after/greeting_again/0/2", Digits="")
    carrier.reports("completed", 9, CallDuration="40")


def asks_for_peace(carrier):
    picks_up(carrier)
    carrier.asks("after/greeting/0/1", Digits="9")
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    carrier.reports("completed", 9, CallDuration="20")


DOES = (rings, declines, is_not_there, is_switched_off, picks_up, hangs_up, lets_a_machine_answer, asks_for_peace)
ENDS = tuple(it for it in DOES if it not in {rings, picks_up})


def all_told(client, page):
    """Everything that their page tells, and how: its text, title, parts, and by what it is known to be another."""
    whole, part = client.get(page), client.get(f"{page}/progress")
    return whole.text, part.text, part.headers["ETag"], part.headers["Content-Length"]


@pytest.mark.parametrize("does", DOES)
def test_all_the_while_the_page_says_only_that_it_rings(client, rung, does):
    page, carrier = rung
    rings(carrier)
    before = all_told(client, page)
    does(carrier)
    assert all_told(client, page) == before
    assert "Your phone is ringing: (617)\N{NO-BREAK SPACE}555-0100. Pick up, then press 1." in before[1]


@pytest.mark.parametrize("does", ENDS)
def test_then_that_it_is_over_and_no_more(client, rung, session, does):
    page, carrier = rung
    does(carrier)
    minutes_go_by(session)
    text = client.get(f"{page}/progress").text
    assert "This call is over. If your phone did not ring, look for a missed call" in text
    assert ("Try once more" in text, "I will call myself" in text, "data-poll" in text) == (False, True, False)
    assert not [word for word in ("press 9", "picked up", "busy", "declined", "hung up", "on the line") if word in text]


def test_all_ends_are_told_alike(client, app, session, rung):
    page, carrier = rung
    declines(carrier)
    minutes_go_by(session)
    told = all_told(client, page)
    for status in (CallStatus.NO_ANSWER, CallStatus.COMPLETED, CallStatus.FAILED):
        session.execute(update(Call).values(status=status))
        session.commit()
        assert all_told(client, page) == told


@pytest.mark.parametrize("does", DOES)
def test_whoever_cancels_it_sees_it_canceled_whatever_it_was(client, rung, does):
    page, carrier = rung
    does(carrier)
    answer = client.post(f"{page}/cancel")
    text = client.get(answer.location).text
    assert ("You canceled the call." in text, "data-poll" in text) == (True, False)
    assert "Your phone is ringing" in client.get(page).text, "else one could ask, and see whether it was over"


def test_from_one_on_everything_is_told(client, rung):
    page, carrier = rung
    picks_up(carrier)
    carrier.asks("after/greeting/0/1", Digits="1")
    assert "We are reading you the script" in client.get(page).text
    carrier.reports("completed", 9, CallDuration="30")
    assert "The call ended before the office was rung." in client.get(page).text


def test_who_is_waited_for_longer_may_take_longer(client, app, session):
    page, carrier = page_and_carrier(client, app, session, more_time="1")
    hangs_up(carrier)
    minutes_go_by(session, 2)
    assert "Your phone is ringing" in client.get(page).text
    minutes_go_by(session, 3)
    assert "This call is over." in client.get(page).text


def test_why_we_rang_nobody_is_no_secret(client, rung, session):
    page, _ = rung
    session.execute(update(Call).values(status=CallStatus.FAILED, ended_at=func.now(), end_reason="quiet-hours"))
    session.commit()
    assert "we ring nobody at night" in client.get(page).text
