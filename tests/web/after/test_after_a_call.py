"""What the page of a call that is over offers: what the phone offers, and nothing that would not help."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.life.status import move_call
from models import Call, CallEvent, CallStatus, CarrierEvent, EventSource, NotRung
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def page(client):
    """The address of a call's page."""
    return Supporter(client).asks_to_be_called(name="Zoë").location.removesuffix("#main")


@pytest.fixture
def carrier(app, page, session):
    """The carrier, which has been asked to ring."""
    call_id = session.scalars(select(Call.id)).one()
    move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return SignedSender(app, call_id)


def picks_up(carrier):
    carrier.reports("ringing", 1, at=0)
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")


def ends(carrier):
    carrier.reports("completed", 9, at=120, CallDuration="110")


def finds_it_busy(carrier):
    picks_up(carrier)
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("busy", 1, office=True, at=60)
    ends(carrier)


def minutes_go_by(session):
    """The database's own clock cannot be moved, but what it wrote down can."""
    session.execute(update(CallEvent).values(at=CallEvent.at - timedelta(minutes=10)))
    session.commit()


@pytest.fixture
def silent(carrier, page, session):
    """A call that rang somewhere, and on which nobody pressed 1."""
    carrier.reports("no-answer", 1, at=25)
    minutes_go_by(session)
    return page


def test_after_a_busy_office_it_offers_to_ring_in_ten_minutes(client, page, carrier, session):
    finds_it_busy(carrier)
    assert "Call me again in ten minutes" in client.get(page).text
    later = client.post(f"{page}/soon").location
    assert "We ring you" in client.get(later).text
    assert session.scalars(select(Call.status).order_by(Call.id.desc())).first() is CallStatus.SCHEDULED


def test_what_happened_is_not_asked_of_an_office_that_was_busy(client, page, carrier):
    finds_it_busy(carrier)
    assert "Tell us what happened" not in client.get(page).text


def test_after_key_9_it_does_not_offer_to_try_once_more(client, page, carrier, session):
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="9")
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    ends(carrier)
    minutes_go_by(session)
    text = client.get(page).text
    assert ("Try once more" in text, "That was a slip?" in text) == (False, True)


def test_to_try_once_more_brings_number_and_town_along(client, page, carrier):
    finds_it_busy(carrier)
    form = client.get(client.post(f"{page}/again").location).text
    assert ('value="(•••) •••-••23"' in form, 'value="Holyoke"' in form) == (True, True)


def test_another_browser_finds_no_number_there(app, page, carrier):
    finds_it_busy(carrier)
    assert app.test_client().post(f"{page}/again").location == "/c/safe-communities"


def test_a_phone_that_stayed_silent_is_told_why_and_what_needs_no_ring(client, silent):
    text = client.get(silent).text
    for words in (
        "Why your phone may have stayed silent",
        "(•••) •••-••23",
        "It showed us as spam.",
        "Dial us",
        "I will call myself",
    ):
        assert words in text
    assert "Try once more" not in text


def test_another_browser_is_not_told_the_number_that_rang(app, silent):
    assert "••23" not in app.test_client().get(silent).text


def test_that_it_was_called_spam_is_counted_once(client, silent, session):
    for _ in range(3):
        told = client.get(client.post(f"{silent}/spam").location.partition("#")[0]).text
    assert "Thank you: the campaign is told" in told
    assert session.execute(select(NotRung.why, NotRung.how_often)).all() == [("shown-as-spam", 1)]


def test_the_name_is_filled_in_while_they_talk(client, page, carrier, app):
    picks_up(carrier)
    other = app.test_client()
    assert 'id="name"' in other.get(page).text
    other.post(f"{page}/name", data={"name": "Ana"})
    assert "Ana" in other.get(page).text


def test_without_a_script_an_opened_detail_stays_open(client, page, carrier):
    picks_up(carrier)
    assert '<details id="machine" class="machine" open>' in client.get(f"{page}?plain=1").text


def test_pages_of_a_call_are_for_no_search_engine(client, page):
    assert 'content="noindex"' in client.get(page).text
    assert 'content="noindex"' not in client.get("/c/safe-communities").text


def talks(carrier):
    picks_up(carrier)
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("in-progress", 1, office=True, at=60)


def test_while_a_machine_talks_its_script_stands_open(another_app, session):
    app = another_app(machine_detection=True)
    client = app.test_client()
    page = Supporter(client).asks_to_be_called().location.removesuffix("#main")
    carrier = SignedSender(app, session.scalars(select(Call.id)).one())
    move_call(session, carrier.call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    talks(carrier)
    assert '<details id="machine" class="machine">' in client.get(f"{page}/progress").text
    session.add(CarrierEvent(call_id=carrier.call_id, key=7, kind="machine", name="machine_start", rank=0))
    session.commit()
    assert '<details id="machine" class="machine" open>' in client.get(f"{page}/progress").text


def test_afterwards_there_is_a_link_to_copy_and_to_scan_and_the_senator(client, page, carrier):
    talks(carrier)
    carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    ends(carrier)
    text = client.get(page).text
    for words in ('data-copies="share-link"', 'data-shares="', "<svg", "Senator John Velis", 'href="tel:+1617722'):
        assert words in text


def test_an_agreed_time_comes_as_a_calendar_file(client, page, carrier):
    finds_it_busy(carrier)
    agreed = client.post(f"{page}/soon").location.partition("#")[0]
    told = client.get(f"{agreed}/call.ics")
    assert (told.mimetype, told.text.count("BEGIN:VEVENT")) == ("text/calendar", 1)
    assert "SUMMARY:We ring you: your call to Representative Pat Duffy" in told.text
    assert client.get(f"{page}/call.ics").status_code == 404


def test_to_try_once_more_keeps_the_need_for_more_time(client, session, app):
    page = Supporter(client).asks_to_be_called(more_time="1").location.removesuffix("#main")
    carrier = SignedSender(app, session.scalars(select(Call.id)).one())
    move_call(session, carrier.call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    finds_it_busy(carrier)
    form = client.get(client.post(f"{page}/again").location).text
    assert 'name="more_time" value="1" aria-describedby="more_time-means" checked' in form
