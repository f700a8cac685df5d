"""The carrier comes in and nobody else: every request is signed, or refused before anything is touched."""

from dataclasses import replace
from functools import partial
from urllib.parse import unquote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import SecretStr

from app.telephony.seal import Seal
from app.telephony.signature import is_signed, signed_url
from app.voice.signed import as_sent
from models import CallStatus
from tests.world.carrier.signed_sender import SignedSender
from tests.world.examples import MANY

SIGNATURE = "X-Twilio-Signature"
PATHS = ["answered", "after/greeting/0/1", "status", "fallback"]
REPORT = {"CallSid": "CA1", "CallStatus": "completed", "SequenceNumber": "3"}


@pytest.fixture
def report(carrier):
    """A genuine report as the carrier would send it."""
    return REPORT | {"AccountSid": carrier.own.settings.twilio_account_sid}


@pytest.mark.parametrize("path", PATHS)
def test_a_signed_request_is_answered(carrier, path):
    assert carrier.posts(path, REPORT).status_code == 200


@pytest.fixture
def costs_nothing(carrier, session, count_statements):
    """The answers of some requests, which must not take a single statement."""

    def costs_nothing(*requests):
        carrier.posts("status", REPORT)  # else those that were refused before would add up to a run, which is told
        session.rollback()
        count_statements.reset()
        answers = {request().status_code for request in requests}
        assert count_statements.statements == []
        return answers

    return costs_nothing


@pytest.mark.parametrize("signature", [None, "", "x", "ü" * 28, "A" * 5000])
def test_without_the_right_signature_nothing_is_even_looked_up(carrier, report, costs_nothing, signature):
    headers = {} if signature is None else {SIGNATURE: signature}
    requests = [partial(carrier.sends, carrier.path(path), report, headers) for path in PATHS]
    assert costs_nothing(*requests) == {403}


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_a_post_is_looked_at(carrier, costs_nothing, method):
    requests = [partial(carrier.client.open, carrier.path(path), method=method) for path in PATHS]
    assert costs_nothing(*requests) <= {403, 405}


@pytest.mark.parametrize("account", ["", "AC" + "0" * 32, "ü"])
def test_another_account_is_refused_though_its_signature_fits(carrier, account):
    assert carrier.posts("status", REPORT | {"AccountSid": account}).status_code == 403


def test_a_signature_for_another_path_is_refused(carrier, report):
    signature = carrier.signature(carrier.path("answered"), report)
    assert carrier.sends(carrier.path("status"), report, {SIGNATURE: signature}).status_code == 403


def test_a_signature_for_another_call_is_refused(app, carrier, report):
    signature = carrier.signature(SignedSender(app, 999).path("status"), report)
    assert carrier.sends(carrier.path("status"), report, {SIGNATURE: signature}).status_code == 403


@pytest.mark.parametrize("altered", [{"CallStatus": "busy"}, {"CallSid": "CA2"}, {"More": "1"}, {"CallStatus": ""}])
def test_an_altered_form_is_refused(carrier, report, altered):
    path = carrier.path("status")
    signature = carrier.signature(path, report)
    assert carrier.sends(path, report | altered, {SIGNATURE: signature}).status_code == 403


def test_a_field_less_is_refused(carrier, report):
    path = carrier.path("status")
    signature = carrier.signature(path, report)
    del report["SequenceNumber"]
    assert carrier.sends(path, report, {SIGNATURE: signature}).status_code == 403


def test_a_name_that_borrows_from_its_value_fits_the_signature_and_is_refused(carrier, report, status):
    path = carrier.path("status")
    tricked = {"CallStat": "uscompleted"} | {key: value for key, value in report.items() if key != "CallStatus"}
    signature = carrier.signature(path, report)
    assert carrier.signature(path, tricked) == signature
    assert carrier.sends(path, tricked, {SIGNATURE: signature}).status_code == 403
    assert status() is CallStatus.DIALING


def test_a_request_that_is_sent_again_is_answered_and_changes_nothing(carrier, status):
    carrier.reports("completed", 3)
    assert carrier.reports("ringing", 1).status_code == 200
    assert status() is CallStatus.COMPLETED


def written(path, form):
    """What a signature is made of."""
    return path + "".join(key + value for key, value in sorted(form.items()))


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20)


@MANY
@given(
    changed=st.dictionaries(st.one_of(st.sampled_from(["CallSid", "CallStatus", "SequenceNumber"]), TEXT), TEXT),
    dropped=st.sets(st.sampled_from(sorted(REPORT))),
    step=st.sampled_from(PATHS),
)
def test_no_altered_request_is_ever_accepted(carrier, changed, dropped, step):
    genuine = REPORT | {"AccountSid": carrier.own.settings.twilio_account_sid}
    signature = carrier.signature(carrier.path("status"), genuine)
    form = {key: value for key, value in genuine.items() if key not in dropped} | changed
    assume(written(step, form) != written("status", genuine))
    assert carrier.sends(carrier.path(step), form, {SIGNATURE: signature}).status_code == 403


@MANY
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_no_made_up_signature_is_ever_accepted(carrier, made_up):
    form = REPORT | {"AccountSid": carrier.own.settings.twilio_account_sid}
    assert carrier.sends(carrier.path("status"), form, {SIGNATURE: made_up}).status_code == 403


@pytest.mark.parametrize(
    "forged",
    [
        {"Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Prefix": "/evil"},
        {"X-Original-URL": "/voice/other/status"},
        {"Forwarded": "host=evil.example;proto=https"},
    ],
)
def test_what_a_request_claims_about_its_host_makes_no_difference(carrier, report, forged):
    path = carrier.path("status")
    signature = carrier.signature(path, report)
    assert carrier.sends(path, report, {SIGNATURE: signature, **forged}).status_code == 200


def test_a_signature_over_a_forged_host_is_refused(carrier, report):
    path = carrier.path("status")
    carrier.own = replace(
        carrier.own, settings=carrier.own.settings.model_copy(update={"public_base_url": "http://evil.example"})
    )
    signature = carrier.signature(path, report)
    assert carrier.sends(path, report, {SIGNATURE: signature, "Host": "evil.example"}).status_code == 403


def test_the_previous_token_is_accepted_while_rotating(app_with, call_id):
    app = app_with(twilio_previous_auth_token=SecretStr("the previous token"))
    assert SignedSender(app, call_id).posts("status", REPORT, token="the previous token").status_code == 200


def test_the_present_token_is_accepted_while_rotating(app_with, call_id):
    app = app_with(twilio_previous_auth_token=SecretStr("the previous token"))
    assert SignedSender(app, call_id).posts("status", REPORT).status_code == 200


def test_a_token_of_long_ago_is_refused(carrier):
    assert carrier.posts("status", REPORT, token="the previous token").status_code == 403


@pytest.mark.parametrize("unset", [{"twilio_auth_token": SecretStr("")}, {"twilio_account_sid": ""}])
def test_where_no_carrier_is_set_up_nobody_comes_in(app_with, call_id, unset):
    carrier = SignedSender(app_with(**unset), call_id)
    assert carrier.posts("status", REPORT, token="any").status_code == 403
    assert carrier.posts("status", REPORT, token=" ").status_code == 403


def test_behind_https_the_port_is_left_out(app_with, call_id):
    app = app_with(public_base_url="https://call.example.org:8443")
    assert signed_url("https://call.example.org:8443", "/voice") == "https://call.example.org/voice"
    assert SignedSender(app, call_id).posts("status", REPORT).status_code == 200


def test_over_plain_http_the_port_is_kept():
    assert signed_url("http://127.0.0.1:8080", "/voice") == "http://127.0.0.1:8080/voice"


def test_a_form_that_is_too_large_is_not_read(carrier):
    assert carrier.posts("status", REPORT | {"More": "x" * 70_000}).status_code == 413


def test_the_vector_of_the_carriers_own_documentation():
    form = {"CallSid": "CA1234567890ABCDE", "Caller": "+14158675310", "Digits": "1234"}
    form |= {"From": "+14158675310", "To": "+18005551212"}
    url = "https://example.com/myapp.php?foo=1&bar=2"
    assert is_signed([url], form.items(), "L/OH5YylLD5NRKLltdqwSvS0BnU=", Seal(("12345",)))


@pytest.mark.parametrize("quoted", ["", "+1%2b1%2B1", "%C3%9Cber+%C3", "100%", "%zz%4", "a%00%7Eb", "ü%20%25", "%%41"])
def test_what_was_quoted_is_read_as_the_standard_library_reads_it(quoted):
    assert as_sent(quoted) == unquote_plus(quoted)


@given(st.text(alphabet="%+&=aA2bBfFcC36ü", max_size=40))
def test_so_is_whatever_else_is_sent(quoted):
    assert as_sent(quoted) == unquote_plus(quoted)


@pytest.mark.parametrize("speech", ["Holyoke & Chicopee", "a=b", "100 %", "a+b", "=&=", "Doña Ana"])
def test_a_border_that_is_quoted_within_a_field_is_none(carrier, speech):
    assert carrier.asks("answered", SpeechResult=speech).status_code == 200
