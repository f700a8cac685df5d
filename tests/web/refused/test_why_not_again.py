"""Why a number is not rung again stands on the page of an earlier call of whoever has that phone, and on no other."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app import create_app
from app.calls.life.status import move_call
from app.guard.phone_vault import DO_NOT_CALL, PHONE
from app.language.languages import LANGUAGES
from app.limits.rate import AN_HOUR
from app.store.db import close_db
from models import Call, CallEvent, CallStatus, DoNotCall, EventSource, NeverRung, NumberRung
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock

THEIRS = "+14135550177"
REASON = re.compile(r'<p id="why-not-again" class="after">([^<]+)')

LEFT = re.compile(r'<p id="tries-left" class="small after">([^<]+)</p>')

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def clock():
    return WallClock("2026-11-04 14:40")


@pytest.fixture
def there(app, settings, clock):
    """The product at twenty to three in the afternoon."""
    there = create_app(settings.model_copy(update={"always_open": False}), clock=clock)
    there.test_client_class = app.test_client_class
    yield there
    close_db(there)


@pytest.fixture
def own(there):
    return there.extensions["ringdown"]


@pytest.fixture
def client(there):
    return there.test_client()


@pytest.fixture
def calls(client, session):
    """The page of a call that is over, on which they came so far."""

    def calls(came_to=CallStatus.ACCEPTED, *, by=client):
        page = Supporter(by).asks_to_be_called(phone=THEIRS).location.removesuffix("#main")
        call_id = session.scalars(select(Call.id).order_by(Call.id.desc())).first()
        for status in (CallStatus.DIALING, came_to, CallStatus.COMPLETED):
            move_call(session, call_id, status, source=EventSource.CARRIER)
        session.execute(update(CallEvent).values(at=CallEvent.at - timedelta(minutes=10)))
        session.commit()
        return page

    return calls


@pytest.fixture
def rang(session, own):
    """The number rang so many minutes ago, the newest first."""

    def rang(*minutes, in_vain=0):
        its = {"phone_hash": own.vault.fingerprint(THEIRS, purpose=PHONE), "over_at": own.clock() + 9 * AN_HOUR}
        times = [own.clock() - timedelta(minutes=ago) for ago in minutes]
        session.merge(NumberRung(rang=times, in_vain=in_vain, **its))
        session.commit()

    return rang


@pytest.fixture
def asks_for_peace(session, own):
    def asks_for_peace(until=None):
        session.add(DoNotCall(phone_hash=own.vault.fingerprint(THEIRS, purpose=DO_NOT_CALL), how="test", until=until))
        session.commit()

    return asks_for_peace


def why(client, page):
    told = REASON.search(client.get(page).text)
    return told and told[1]


def test_who_was_rung_twice_within_the_hour_reads_from_when_on_it_is_rung_again(client, calls, rang):
    page = calls()
    rang(2, 30)
    assert why(client, page) == (
        "We rang this number as often as we may for now. Try again on Wednesday, November 4, at 3:10 PM or later."
    )
    assert "Try once more" not in client.get(page).text


def test_it_is_no_sooner_than_true(client, calls, rang, own):
    page = calls()
    rang(2, 29.5)
    assert "at 3:11 PM or later" in why(client, page)


def test_who_was_rung_three_times_today_may_be_tomorrow_morning(client, calls, rang):
    page = calls()
    rang(90, 200, 300)
    assert "on Thursday, November 5, at 8:00 AM or later" in why(client, page)


def test_whoever_may_be_rung_reads_nothing(client, calls, rang):
    page = calls()
    rang(2, 61)
    assert (why(client, page), "Try once more" in client.get(page).text) == (None, True)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        ((61, 200), "We may ring this number once more for now. Your own phone is open any time."),
        ((2,), "We may ring this number once more for now. Your own phone is open any time."),
        ((61,), "We may ring this number 2 times more for now. Your own phone is open any time."),
    ],
)
def test_how_many_tries_stay_is_told_where_a_call_did_not_come_about(client, app, calls, rang, minutes, told):
    page = calls()
    rang(*minutes)
    text = client.get(page).text
    assert LEFT.search(text)[1] == told
    assert not LEFT.search(app.test_client().get(calls(CallStatus.ANSWERED, by=app.test_client())).text)


def test_who_may_not_be_rung_just_now_still_has_their_own_phone(client, calls, rang):
    page = calls()
    rang(2, 30)
    assert "Your own phone is open any time." in client.get(page).text


def test_who_was_rung_in_vain_since_may_say_so_and_is_rung(client, calls, rang):
    page = calls()
    rang(70, 200, in_vain=2)
    assert why(client, page) == "We rang this number, and nobody pressed 1."
    assert "Try once more" in client.get(page).text


def test_for_a_day_and_then_again(client, calls, asks_for_peace, own):
    page = calls()
    asks_for_peace(own.clock() + timedelta(hours=24))
    assert why(client, page) == (
        "Somebody dialed us and asked us not to call this number for a day. "
        "Try again on Thursday, November 5, at 2:40 PM or later."
    )
    assert "Never call this number again" in client.get(page).text


def test_for_good(client, calls, asks_for_peace):
    page = calls()
    asks_for_peace()
    text = client.get(page).text
    assert ("We will never call this number again." in text, "Try once more" in text) == (True, False)


def test_on_a_list(client, calls, session):
    page = calls()
    added = {"what": "The Daily Example", "added_at": datetime.now(UTC), "added_by": "ana@example.org"}
    session.add(NeverRung(begins=THEIRS[:-1], **added))
    session.commit()
    assert why(client, page).startswith("This number is on a list of those that we ring for nobody.")
    assert "on a list of those" in Supporter(client).asks_to_be_called(phone=THEIRS).text


def test_the_form_says_the_same(client, calls, rang):
    page = calls()
    rang(2, 30)
    assert why(client, page) in Supporter(client).asks_to_be_called(phone=THEIRS).text


def test_while_it_is_rung_again_the_page_leads_there(client, calls):
    page = calls()
    now = Supporter(client).asks_to_be_called(phone=THEIRS).location.removesuffix("#main")
    assert why(client, page).startswith("We are ringing this number already.")
    assert f'href="{now}"' in client.get(page).text


def test_whoever_had_a_stranger_rung_reads_nothing(client, calls, rang, asks_for_peace):
    page = calls(CallStatus.ANSWERED)
    before = client.get(page).text
    rang(2, 30)
    asks_for_peace()
    assert client.get(page).text == before
    assert "This call is over." in before


def test_an_agreed_call_in_vain_tells_it_where_the_browser_has_pressed_one_before(client, there, calls, rang):
    calls()
    in_vain = calls(CallStatus.ANSWERED)
    rang(2, 30)
    assert why(client, in_vain).startswith("We rang this number as often as we may for now.")
    assert why(there.test_client(), in_vain) is None


def test_who_asked_twice_within_the_hour_reads_that_whatever_became_of_it(client, calls):
    pages = [calls(CallStatus.ANSWERED) for _ in range(2)]
    told = {why(client, page) for page in pages}
    assert told == {"We rang this number as often as we may for now. Try again in an hour, or tomorrow."}


def test_in_every_language(client, calls, rang):
    page = calls()
    rang(2, 30)
    told = set()
    for language in LANGUAGES:
        client.set_cookie("language", language.code)
        told.add(why(client, page))
    assert (len(told), None in told) == (len(LANGUAGES), False)
