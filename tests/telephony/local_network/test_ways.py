"""Other carriers' ways: what they do not do, what they sign with, and where their API lies."""

import re

import pytest
import requests
from flask import Response
from twilio.request_validator import RequestValidator, get_signature_algorithm

from app.telephony.local_network import SIGNALWIRE, SOMLENG, Ender
from app.telephony.local_network.account.credentials import Credentials
from app.telephony.local_network.ways import TWILIO_WITH_PORT, TWILIO_WITH_SHARED_KEY
from app.telephony.local_network.webhooks.signing import Seal, signature, signed_url
from tests.world.patience import PATIENCE

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
URL = "https://example.org:8443/voice#rc=2"
NUMBER = (
    "<Number url='/whisper' sendDigits='ww5' statusCallback='/office' machineDetection='Enable'"
    " amdStatusCallback='/machine'>+16175550190</Number>"
)


@pytest.fixture
def credentials():
    return Credentials("AC1", "token")


@pytest.fixture
def network(request, start_network):
    return start_network(ways=request.param)


somleng = pytest.mark.parametrize("network", [SOMLENG], indirect=True)
signalwire = pytest.mark.parametrize("network", [SIGNALWIRE], indirect=True)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (SOMLENG, "https://example.org:8443/voice#rc=2"),
        (TWILIO_WITH_PORT, "https://example.org:8443/voice"),
        (SIGNALWIRE, "https://example.org/voice"),
    ],
)
def test_each_carrier_signs_another_form_of_the_url(ways, expected):
    assert signed_url(URL, ways) == expected


def test_signalwire_signs_with_a_key_of_its_own_under_a_header_of_its_own(credentials):
    headers = Seal(credentials, SIGNALWIRE).headers("https://example.org/voice", {"CallSid": "CA1"})
    right = signature(credentials.signing_key, "https://example.org/voice", {"CallSid": "CA1"})
    assert headers == {"X-SignalWire-Signature": right}


def test_a_shared_key_signs_as_twilios_validator_wants_it(credentials):
    headers = Seal(credentials, TWILIO_WITH_SHARED_KEY).headers("https://example.org/voice", {"CallSid": "CA1"})
    algorithm = get_signature_algorithm(headers["X-Twilio-Webhooks-Signature-Settings"])
    validator = RequestValidator(credentials.signing_key)
    signed = headers["X-Twilio-Signature"]
    assert validator.validate("https://example.org/voice", {"CallSid": "CA1"}, signed, algorithm=algorithm)
    assert not RequestValidator("token").validate("https://example.org/voice", {"CallSid": "CA1"}, signed)


@signalwire
def test_signalwires_api_lies_under_a_path_of_its_own(network):
    auth = (network.account.credentials.sid, network.account.credentials.auth_token)
    network.account.owns(2)
    place = f"/api/laml/2010-04-01/Accounts/{auth[0]}/IncomingPhoneNumbers.json"
    page = requests.get(f"{network.url}{place}?PageSize=1", auth=auth, timeout=PATIENCE).json()
    assert page["next_page_uri"].startswith(place)
    for elsewhere in (place.removeprefix("/api/laml"), "/v1/CustomerProfiles"):
        assert requests.get(network.url + elsewhere, auth=auth, timeout=PATIENCE).status_code == 404


@somleng
def test_somleng_tells_only_that_a_call_is_over(ring, app, supporter, office):
    app.pages["/voice"] = f"<Response><Dial>{NUMBER}</Dial></Response>"
    office.talks_for(20)
    assert UUID.fullmatch(ring().sid)
    assert [form["SequenceNumber"] for form in app.at("/status")] == ["0"]
    assert {path for path, _ in app.asked} == {"/voice", "/status"}


@somleng
def test_somleng_names_no_leg_that_nobody_answered(ring, app, supporter, office):
    app.pages["/voice"] = f"<Response><Dial action='/after'>{NUMBER}</Dial></Response>"
    office.is_busy()
    ring()
    office.answers(after=1).talks_for(20)
    ring()
    told = [{name for name in form if name.startswith("Dial")} for form in app.at("/after")]
    assert told == [{"DialCallStatus"}, {"DialCallStatus", "DialCallSid", "DialCallDuration"}]


@somleng
def test_somleng_knows_no_star_and_no_limits(network, ring, app, supporter, office):
    dial = "<Dial hangupOnStar='true' timeLimit='10' action='/after'>+16175550190</Dial>"
    app.pages["/voice"] = f"<Response>{dial}</Response>"
    app.pages["/after"] = "<Response><Say>Goodbye.</Say></Response>"
    office.talks_for(30, ended_by=Ender.STAR).hangs_up_after(60)
    ring(time_limit=10)
    assert app.at("/after")[0]["DialCallDuration"] == "60"
    supporter.does_not_answer()
    leg = network.engine.exchange.legs[ring(timeout=10).sid]
    assert (leg.ended - leg.dialled).total_seconds() == 60


@somleng
def test_somleng_does_not_read_the_fragment_that_it_signs(ring, app, supporter):
    app.pages["/voice"] = lambda _: Response(status=500)
    ring(url="/voice#rc=3&rp=all")
    assert len(app.at("/voice")) == 1
    app.doubts.clear()  # the app under test checks without the fragment, as Twilio signs


@somleng
def test_somleng_hears_keys_only_and_says_nothing_of_silence(ring, app, supporter):
    ask = "<Gather input='dtmf speech' action='/next' actionOnEmptyResult='true'><Say>Where do you live?</Say></Gather>"
    app.pages["/voice"] = f"<Response>{ask}</Response>"
    supporter.then_says("Holyoke")
    ring()
    assert app.at("/next")[0].keys() & {"Digits", "SpeechResult"} == set()


@somleng
def test_somleng_knows_no_pause_and_no_fallback(network, ring, app, supporter):
    app.pages["/voice"] = "<Response><Say>Hello.</Say><Pause/></Response>"
    ring(fallback_url=f"{app.url}/fallback")
    assert ([notice.code for notice in network.notices()], app.at("/fallback")) == ([12100], [])
