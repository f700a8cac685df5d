"""TwiML is read as strictly as Twilio's own library writes it."""

import pytest
from twilio.twiml.voice_response import VoiceResponse

from app.telephony.local_network.twiml.grammar import grammar
from app.telephony.local_network.twiml.reading import CallError, parse


def refusal(text: str) -> tuple[int, str]:
    with pytest.raises(CallError) as error:
        parse(text)
    return error.value.code, error.value.name


@pytest.mark.parametrize(
    "text",
    [
        "<Response><Shout>Hello</Shout></Response>",
        "<Response><Number>+16175550190</Number></Response>",
        "<Response><Gather><Dial>+16175550190</Dial></Gather></Response>",
        "<Say>Hello</Say>",
    ],
)
def test_unknown_and_misplaced_elements(text):
    assert refusal(text) == (12100, "unknown-element")


@pytest.mark.parametrize("verb", ["<Record/>", "<Enqueue/>", "<Dial><Conference>room</Conference></Dial>"])
def test_elements_that_are_known_and_not_executed(verb):
    assert refusal(f"<Response>{verb}</Response>") == (12100, "element-not-executed")


@pytest.mark.parametrize("text", ["", "Hello", "<Response>", '<!DOCTYPE r [<!ENTITY a "b">]><Response/>'])
def test_what_is_no_xml(text):
    assert refusal(text) == (12100, "document-malformed")


def test_a_document_over_64_kilobytes():
    assert refusal(f"<Response><Say>{'a' * 65_536}</Say></Response>") == (11750, "document-too-large")


def test_unknown_attributes_are_warnings():
    document = parse('<Response><Say mood="glad" loop="2">Hello <lang xml:lang="es-US">y hola</lang></Say></Response>')
    assert document.warnings == ["<Say> has no attribute mood."]


def test_everything_twilios_library_writes_is_read():
    response = VoiceResponse()
    response.gather(num_digits=1, action="/a", action_on_empty_result=True, hints="a, b").say("Hello", voice="alice")
    response.dial(caller_id="+16175550100", hangup_on_star=True).number("+16175550190", url="/whisper")
    assert parse(str(response)).warnings == []


def test_the_grammar_knows_every_verb():
    assert {"Say", "Play", "Gather", "Dial", "Record", "Pay", "Connect"} <= grammar()["Response"].children


def test_a_warning_is_seen_and_the_call_goes_on(app, supporter, ring, network):
    app.pages["/voice"] = "<Response><Say mood='glad'>Hello.</Say></Response>"
    ring()
    assert [(notice.level, notice.name) for notice in network.notices()] == [("warning", "unknown-attribute")]
    assert network.transcript()[0].text == "Hello."


def test_an_unknown_element_ends_the_call(app, supporter, ring, network):
    app.pages["/voice"] = "<Response><Shout/></Response>"
    assert ring().status == "completed"
    assert network.notices()[0].code == 12100


def test_documents_that_only_redirect_to_each_other_end_the_call(app, supporter, ring, network):
    app.pages["/voice"] = "<Response><Redirect>/voice</Redirect></Response>"
    ring()
    assert (network.notices()[0].code, len(app.at("/voice"))) == (11215, 11)
