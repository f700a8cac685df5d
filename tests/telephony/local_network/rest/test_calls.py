"""The official client places, fetches, lists, cancels and redirects calls."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import requests
from twilio.base.exceptions import TwilioRestException

from app.telephony.local_network.account.prices import Billing
from tests.world.patience import PATIENCE, eventually

CALL_FIELDS = {
    *("sid", "date_created", "date_updated", "parent_call_sid", "account_sid", "to", "to_formatted", "from"),
    *("from_formatted", "phone_number_sid", "status", "start_time", "end_time", "duration", "price"),
    *("price_unit", "direction", "answered_by", "api_version", "forwarded_from", "group_sid", "caller_name"),
    *("queue_time", "trunk_sid", "uri", "subresource_uris"),
}
LISTEN = "<Response><Pause length='60'/></Response>"


@pytest.fixture
def place(client, hotline, supporter):
    def create(to="+16175550123", **settings):
        return client.calls.create(to=to, from_=hotline, **({"twiml": LISTEN} | settings))

    return create


@pytest.fixture
def place_and_answer(place, supporter):
    """A call that somebody has answered: it is rung at once, but not before the one who asks goes on."""

    def place_and_answer():
        supporter.answers(after=0)
        call = place()
        assert eventually(lambda: call.fetch().status == "in-progress")
        return call

    return place_and_answer


def test_a_new_call_is_queued(network, place):
    with network.standing_still():
        call = place()
    assert (call.status, call.direction, call.queue_time, call.duration) == ("queued", "outbound-api", "0", None)


def test_a_call_has_exactly_twilios_fields(network, place):
    auth = (network.account.credentials.sid, network.account.credentials.auth_token)
    fields = requests.get(network.url + place().uri, auth=auth, timeout=PATIENCE).json()
    assert set(fields) == CALL_FIELDS
    assert re.fullmatch("CA[0-9a-f]{32}", fields["sid"])


def test_a_finished_call_has_its_seconds_as_text(network, place):
    call = place()
    network.wait_until_idle(PATIENCE)
    assert (call.fetch().status, call.fetch().duration) == ("completed", "60")
    assert call.fetch().end_time - call.fetch().start_time == timedelta(seconds=64)


def test_a_finished_call_has_its_price_once_the_carrier_says_so(network, place, client):
    network.account.billing = Billing(tells=False)
    call = place(twiml="<Response><Pause length='61'/></Response>")
    network.wait_until_idle(PATIENCE)
    assert call.fetch().price is None
    network.account.billing = Billing()
    assert (call.fetch().price, call.fetch().price_unit) == ("-0.02800", "USD")


def test_an_unanswered_call_has_no_seconds(network, place, supporter):
    supporter.does_not_answer()
    call = place(timeout=25)
    network.wait_until_idle(PATIENCE)
    assert (call.fetch().status, call.fetch().duration, call.fetch().price) == ("no-answer", None, None)


def test_a_queued_call_can_be_cancelled(network, place):
    with network.standing_still():
        assert place().update(status="canceled").status == "canceled"


def test_cancelling_has_no_effect_once_somebody_answered(network, place_and_answer):
    with network.standing_still():
        assert place_and_answer().update(status="canceled").status == "in-progress"


def test_a_call_in_progress_can_be_completed(network, place_and_answer):
    with network.standing_still():
        assert place_and_answer().update(status="completed").status == "completed"


def test_an_office_leg_that_rings_is_ended_by_completed_only(network, place, client, office):
    office.does_not_answer()
    place(twiml="<Response><Dial>+16175550190</Dial></Response>")
    network.wait_until_idle(PATIENCE)
    network.phone("+16175550123").answers(after=0)
    with network.standing_still():
        place(twiml="<Response><Dial>+16175550190</Dial></Response>")
        child = client.calls.list(to="+16175550190", status="ringing")[0]
        assert child.update(status="canceled").status == "ringing"
        assert child.update(status="completed").status == "canceled"


@pytest.mark.parametrize(("change", "code"), [({"status": "asleep"}, 20001), ({"url": "https://example.org"}, 21220)])
def test_changes_that_make_no_sense_are_refused(network, place, change, code):
    with network.standing_still(), pytest.raises(TwilioRestException) as refused:
        place().update(**change)
    assert refused.value.code == code


def test_a_list_with_a_date_that_is_none_is_refused(network):
    url = f"{network.url}/2010-04-01/Accounts/{network.account.credentials.sid}/Calls.json?StartTime>=yesterday"
    auth = (network.account.credentials.sid, network.account.credentials.auth_token)
    assert requests.get(url, auth=auth, timeout=PATIENCE).json()["code"] == 20001


def test_a_finished_call_cannot_be_changed(network, place):
    call = place()
    network.wait_until_idle(PATIENCE)
    with pytest.raises(TwilioRestException) as refused:
        call.update(status="completed")
    assert refused.value.code == 21220


def test_a_call_in_progress_can_be_sent_elsewhere(network, place_and_answer):
    with network.standing_still():
        place_and_answer().update(twiml="<Response><Say>Something else.</Say></Response>")
    network.wait_until_idle(PATIENCE)
    assert [line.text for line in network.transcript()] == ["Something else."]


def test_a_call_ends_at_its_time_limit(network, place):
    call = place(time_limit=20)
    network.wait_until_idle(PATIENCE)
    assert call.fetch().duration == "20"


def test_calls_are_listed_by_number_and_status(network, client, place):
    network.phone("+16175550124").is_busy()
    wanted = [place(to="+16175550124").sid]
    place()
    network.wait_until_idle(PATIENCE)
    assert [call.sid for call in client.calls.list(to="+16175550124")] == wanted
    assert [call.sid for call in client.calls.list(status="busy")] == wanted


def test_calls_are_listed_by_time(network, client, place):
    call = place()
    recently = datetime.now(UTC) - timedelta(seconds=30)
    assert [found.sid for found in client.calls.list(start_time_after=recently)] == [call.sid]
    assert client.calls.list(start_time_before=recently) == []
    assert len(client.calls.list(start_time=datetime.now(UTC).date())) == 1


def test_a_long_list_comes_in_pages_newest_first(client, place):
    sids = [place().sid for _ in range(5)]
    assert [call.sid for call in client.calls.list(page_size=2)] == sids[::-1]


def test_a_page_names_the_next_one(network, client, place):
    place(), place()
    page = client.calls.page(page_size=1)
    assert page.previous_page_url is None
    assert f"PageToken=PA{page.next().sid}" in page.next_page_url


def test_the_account_can_be_fetched(network, client):
    account = client.api.accounts(network.account.credentials.sid).fetch()
    assert (account.status, account.type) == ("active", "Full")


def test_numbers_are_listed_with_their_urls(network, client, hotline):
    network.connect_number(hotline, "https://example.org/voice")
    number = client.incoming_phone_numbers.list()[0]
    assert (number.phone_number, number.voice_url) == (hotline, "https://example.org/voice")


def test_a_number_that_is_none_is_not_created(client):
    with pytest.raises(TwilioRestException) as refused:
        client.incoming_phone_numbers.create(phone_number="555")
    assert refused.value.code == 21421


def test_a_number_that_is_not_owned_is_not_found(client):
    with pytest.raises(TwilioRestException) as refused:
        client.incoming_phone_numbers("PN" + "1" * 32).fetch()
    assert refused.value.code == 20404


def test_a_number_is_created_and_updated(client):
    number = client.incoming_phone_numbers.create(phone_number="+16175550110", voice_url="https://example.org/a")
    number.update(voice_url="https://example.org/b")
    assert client.incoming_phone_numbers(number.sid).fetch().voice_url == "https://example.org/b"


def test_a_call_that_is_over_can_be_deleted_and_then_there_is_none(place, supporter, refused):
    supporter.is_busy()
    call = place()
    assert eventually(lambda: call.fetch().status == "busy")
    assert call.delete()
    assert refused(call.fetch) == (404, 20404)
    assert refused(call.delete) == (404, 20404)


def test_one_that_is_under_way_cannot(network, place, refused):
    with network.standing_still():
        call = place()
        assert refused(call.delete) == (409, 20009)
