"""Somebody dials the hotline."""

import pytest

from tests.world.patience import PATIENCE


@pytest.fixture
def dial(network, app, hotline):
    """Let the supporter dial the hotline, wait, and return the leg."""

    def call(twiml):
        app.pages["/hotline"] = twiml
        network.connect_number(hotline, f"{app.url}/hotline", f"{app.url}/status")
        sid = network.phone("+16175550123").dials(hotline)
        network.wait_until_idle(PATIENCE)
        return sid

    return call


def test_the_voice_url_is_asked_while_it_rings(dial, app, hotline):
    dial("<Response><Say>Welcome.</Say></Response>")
    told = app.at("/hotline")[0]
    assert (told["CallStatus"], told["Direction"]) == ("ringing", "inbound")
    assert (told["From"], told["To"]) == ("+16175550123", hotline)


def test_the_first_verb_answers(dial, client):
    call = client.calls(dial("<Response><Pause length='3'/></Response>")).fetch()
    assert (call.status, call.direction, call.duration) == ("completed", "inbound", "3")


@pytest.mark.parametrize(("reason", "status"), [("busy", "busy"), ("rejected", "no-answer")])
def test_a_rejected_call_is_never_answered(dial, client, app, reason, status):
    call = client.calls(dial(f"<Response><Reject reason='{reason}'/></Response>")).fetch()
    assert (call.status, call.duration) == (status, None)
    assert app.events() == [status]


def test_reject_comes_too_late_after_another_verb(dial, network):
    dial("<Response><Pause/><Reject/></Response>")
    assert network.notices()[-1].name == "reject-too-late"


def test_it_keeps_ringing_until_the_office_answers(dial, client, network, office):
    office.talks_for(8)
    sid = dial("<Response><Dial answerOnBridge='true'>+16175550190</Dial></Response>")
    assert client.calls(sid).fetch().duration == "8"


def test_the_callers_own_number_is_shown_to_the_office(dial, client, office):
    office.talks_for(1)
    dial("<Response><Dial>+16175550190</Dial></Response>")
    assert client.calls.list()[0].from_formatted == "(617) 555-0123"


def test_a_caller_answers_questions(dial, app, network):
    network.phone("+16175550123").then_presses("02139")
    dial("<Response><Gather numDigits='5' action='/zip'/></Response>")
    assert app.at("/zip")[0]["Digits"] == "02139"


def test_a_number_without_a_url_apologises(network, hotline):
    network.phone("+16175550123").dials(hotline)
    network.wait_until_idle(PATIENCE)
    assert network.notices()[0].name == "no-url"


def test_a_withheld_caller_id_is_passed_on_as_it_is(network, app, hotline):
    network.connect_number(hotline, f"{app.url}/hotline")
    network.phone("anonymous").dials(hotline)
    network.wait_until_idle(PATIENCE)
    assert app.at("/hotline")[0]["From"] == "anonymous"


def test_a_caller_who_gives_up_while_it_rings(dial, client, network, office):
    office.does_not_answer()
    network.phone("+16175550123").hangs_up_during("dial", after=5)
    call = client.calls(dial("<Response><Dial answerOnBridge='true'>+16175550190</Dial></Response>")).fetch()
    assert (call.status, call.duration) == ("canceled", None)


def test_nobody_can_dial_a_number_that_is_not_there(network):
    with pytest.raises(LookupError):
        network.phone("+16175550123").dials("+16175550188")
