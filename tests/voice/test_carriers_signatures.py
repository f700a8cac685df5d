"""Every carrier signs in its own way: over another form of the URL, under another header, with another key."""

import pytest
from pydantic import SecretStr
from twilio.request_validator import HMAC_SHA256, RequestValidator

from app.telephony.reaching import reaches_us
from tests.world.carrier.signed_sender import SignedSender

REPORT = {"CallSid": "CA1", "CallStatus": "completed", "SequenceNumber": "3"}
TOKEN, KEY = "a token of the tests", "a signing key of the tests"
HERE, ODD = "https://call.example.org", "https://call.example.org:8443"
SHARED = {"X-Twilio-Webhooks-Signature-Settings": "key=WK1,algorithm=HMAC_SHA256"}


@pytest.fixture
def sends(app_with, call_id):
    """What a report is answered that is signed so by the carrier of these settings."""

    def sends(url, *, key=TOKEN, header="X-Twilio-Signature", algorithm=None, more=None, what="status", **settings):
        settings = {"twilio_auth_token": SecretStr(TOKEN), "public_base_url": HERE, **settings}
        carrier = SignedSender(app_with(**settings), call_id)
        form = REPORT | {"AccountSid": carrier.own.settings.twilio_account_sid}
        path = carrier.path(what)
        signature = RequestValidator(key).compute_signature(url.format(path=path), form, algorithm=algorithm)
        return carrier.sends(path, form, {header: signature, **(more or {})}).status_code

    return sends


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        (HERE, f"{HERE}{{path}}"),
        (HERE, f"{HERE}:443{{path}}"),
        (HERE, f"{HERE}{{path}}#rc=3&rp=all"),
        (ODD, f"{HERE}{{path}}"),
        (ODD, f"{ODD}{{path}}"),
        (ODD, f"{ODD}{{path}}#rc=3&rp=all"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080{path}"),
        ("http://127.0.0.1:8080", "http://127.0.0.1{path}"),
        ("http://[::1]:8080", "http://[::1]{path}"),
        (f"{HERE}/calls", f"{HERE}:443/calls{{path}}"),
    ],
)
def test_with_and_without_port_and_fragment_the_url_is_the_one_that_was_handed_out(sends, base_url, url):
    assert sends(url, public_base_url=base_url) == 200


@pytest.mark.parametrize("url", [f"{HERE}{{path}}#rc=9", f"{HERE}:444{{path}}", f"{HERE}{{path}}?", "{path}"])
def test_any_other_form_of_it_is_refused(sends, url):
    assert sends(url) == 403


def test_a_url_that_was_handed_out_without_a_fragment_is_signed_with_none(sends):
    assert sends(f"{HERE}{{path}}#rc=3&rp=all", what="fallback") == 403


def test_signalwire_signs_with_a_key_of_its_own_under_a_header_of_its_own(sends):
    own = {"carrier": "signalwire", "carrier_signing_key": SecretStr(KEY)}
    header = "X-SignalWire-Signature"
    assert sends(f"{HERE}{{path}}", key=KEY, header=header, **own) == 200
    assert sends(f"{HERE}{{path}}", key=TOKEN, header=header, **own) == 403
    assert sends(f"{HERE}{{path}}", key=KEY, **own) == 403


@pytest.mark.parametrize("what", [{}, {"carrier": "signalwire"}])
def test_without_the_key_that_is_asked_for_nobody_comes_in(sends, what):
    header = "X-SignalWire-Signature" if what else "X-Twilio-Signature"
    assert sends(f"{HERE}{{path}}", key=" ", header=header, algorithm=HMAC_SHA256, more=SHARED, **what) == 403


def test_a_shared_key_signs_by_sha_256_where_a_header_says_so(sends):
    own = {"carrier_signing_key": SecretStr(KEY)}
    assert sends(f"{HERE}{{path}}", key=KEY, algorithm=HMAC_SHA256, more=SHARED, **own) == 200
    assert sends(f"{HERE}{{path}}", key=KEY, algorithm=HMAC_SHA256, **own) == 403
    assert sends(f"{HERE}{{path}}", key=TOKEN, algorithm=HMAC_SHA256, more=SHARED, **own) == 403
    assert sends(f"{HERE}{{path}}", **own) == 200  # the account's token is exchanged at one's leisure


def test_we_do_not_reach_ourselves_as_a_carrier_whose_key_we_do_not_have(app):
    own = app.extensions["ringdown"]
    assert not reaches_us(own.settings.model_copy(update={"carrier": "signalwire"}), own.tokens)
