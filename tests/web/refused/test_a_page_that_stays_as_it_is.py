"""A call's page: how often an answer is changed, for how long the page is open, and whom it may shut out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.calls.life.notes import note_text
from app.calls.life.status import move_call
from app.extensions import given
from models import Call, CallStatus, DoNotCall, EventSource, Feedback
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def page(client):
    return Supporter(client).asks_to_be_called().location.removesuffix("#main")


@pytest.fixture
def carrier(app, page, session):
    """The carrier, which has been asked to ring."""
    call_id = session.scalars(select(Call.id)).one()
    move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return SignedSender(app, call_id)


@pytest.fixture
def talked(carrier):
    """They pressed 1, talked, and hung up."""
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("in-progress", 2, office=True, at=6)
    carrier.reports("completed", 3, office=True, at=48, CallDuration="42")
    carrier.reports("completed", 9, at=60, CallDuration="60")


@pytest.fixture
def later(app):
    """Let time pass."""

    def later(**how):
        own = app.extensions["ringdown"]
        app.extensions["ringdown"] = replace(own, clock=lambda: datetime.now(UTC) + timedelta(**how))

    return later


def tells(client, page, outcome="contact", note=""):
    return client.post(f"{page}/feedback", data={"outcome": outcome, "note": note})


def told(session):
    session.rollback()
    return [note_text(given().vault, it) for it in session.scalars(select(Feedback.note_sealed))]


def test_an_answer_is_changed_five_times_and_then_stays(client, session, page, talked):
    for nth in range(9):
        assert tells(client, page, note=f"note {nth}").status_code == 303
    assert told(session) == ["note 5"]
    text = client.get(f"{page}?change=0").text
    assert "Thank you for telling us" in text
    assert "Your answer stays as it is now." in text
    assert "<textarea" not in text


def test_to_say_the_same_again_is_no_change(client, session, page, talked):
    for _ in range(9):
        tells(client, page, note="the same")
    tells(client, page, note="another")
    assert told(session) == ["another"]


@pytest.mark.parametrize(("hours", "note"), [(47, "second"), (49, "first")])
def test_two_days_later_it_stays_too(client, session, page, talked, later, hours, note):
    tells(client, page, note="first")
    later(hours=hours)
    tells(client, page, note="second")
    assert told(session) == [note]


def test_whoever_told_nothing_yet_may_do_so_while_the_page_is_open(client, session, page, talked, later):
    later(days=6)
    tells(client, page, note="late")
    assert told(session) == ["late"]


CLOSED = ("", "/progress")
TO_DO = ("/cancel", "/keep", "/feedback", "/own", "/never-again")


def test_a_week_later_the_page_says_that_it_is_closed_and_nothing_else(client, session, page, talked, later):
    later(days=7, minutes=1)
    for path in CLOSED:
        answer = client.get(page + path)
        assert (answer.status_code, "This page is closed" in answer.text) == (410, True)
        assert "Pat Duffy" not in answer.text
    assert {client.post(page + path, data={"outcome": "contact"}).status_code for path in TO_DO} == {410}
    assert told(session) == []


def test_a_call_that_is_not_over_has_a_page_however_long(client, page, later):
    later(days=30)
    assert client.get(page).status_code == 200


def shut_out(session):
    session.rollback()
    return [(one.how, one.until) for one in session.scalars(select(DoNotCall))]


def test_where_a_key_was_pressed_the_page_may_say_never_again(client, session, page, talked):
    assert "Never call this number again" in client.get(page).text
    answer = client.post(f"{page}/never-again")
    assert (answer.status_code, shut_out(session)) == (303, [("page", None)])
    assert "We will never call this number again." in client.get(page).text


def test_a_stranger_who_typed_the_number_cannot_shut_it_out(client, session, page, carrier):
    carrier.asks("answered")
    carrier.reports("completed", 9, at=20, CallDuration="20")
    assert "Never call this number again" not in client.get(page).text
    assert client.post(f"{page}/never-again").status_code == 303
    assert shut_out(session) == []


def test_what_a_caller_id_asked_for_a_day_the_page_makes_last(client, session, page, talked):
    client.post(f"{page}/never-again")
    session.rollback()
    session.scalars(select(DoNotCall)).one().until = datetime.now(UTC) + timedelta(hours=1)
    session.commit()
    client.post(f"{page}/never-again")
    assert shut_out(session) == [("page", None)]
