"""Everything an office's line can do after <Dial>, and what the app is told about it."""

import pytest

from app.telephony.local_network import Ender
from tests.world.patience import PATIENCE


@pytest.fixture
def after(app, ring, supporter):
    """Dial the office with these attributes and return what the action URL is told, and the call."""

    def dial(attributes="", numbers="<Number>+16175550190</Number>", then=""):
        app.pages["/voice"] = f'<Response><Dial action="/after" {attributes}>{numbers}</Dial>{then}</Response>'
        app.pages["/after"] = "<Response><Hangup/></Response>"
        call = ring()
        return {**(app.at("/after") or [{}])[0], "seconds": call.duration}

    return dial


def test_a_busy_office(office, after):
    office.is_busy()
    assert after()["DialCallStatus"] == "busy"


def test_an_office_that_does_not_answer_rings_five_seconds_longer_than_asked(office, after):
    office.does_not_answer()
    told = after('timeout="10"')
    assert (told["DialCallStatus"], told["DialBridged"], told["seconds"]) == ("no-answer", "false", "15")


def test_without_a_timeout_it_rings_for_35_seconds(office, after):
    office.does_not_answer()
    assert after()["seconds"] == "35"


def test_an_office_that_declines_counts_as_busy(office, after):
    office.declines(after=3)
    assert (after()["DialCallStatus"], after()["seconds"]) == ("busy", "3")


def test_a_number_without_a_phone(office, after):
    office.is_unreachable()
    assert after()["DialCallStatus"] == "failed"


def test_voicemail_counts_as_completed(office, after):
    office.is_voicemail(greeting="Leave a message.", after=20, message_seconds=15)
    told = after()
    assert (told["DialCallStatus"], told["DialCallDuration"]) == ("completed", "16")


def test_a_voicemail_that_the_supporter_ends_with_star(office, after):
    office.is_voicemail(greeting="", message_seconds=9, ended_by=Ender.STAR)
    assert after('hangupOnStar="true"')["DialCallDuration"] == "9"


def test_star_does_nothing_unless_it_was_asked_for(office, after):
    office.is_voicemail(greeting="", message_seconds=9, ended_by=Ender.STAR)
    assert after('timeLimit="33"')["DialCallDuration"] == "33"


def test_a_time_limit_ends_the_talk_and_the_call_goes_on(office, after):
    office.talks_for(600)
    assert after('timeLimit="90"')["DialCallDuration"] == "90"


def test_a_supporter_who_hangs_up_ends_the_office_leg_too(office, after, client):
    office.talks_for(30, ended_by=Ender.SUPPORTER)
    assert "DialCallStatus" not in after()
    assert [call.duration for call in client.calls.list()] == ["30", "36"]


def test_a_supporter_who_hangs_up_while_it_rings_cancels_the_office_leg(supporter, office, after, client):
    supporter.hangs_up_during("dial", after=2)
    after()
    assert [call.status for call in client.calls.list()] == ["canceled", "completed"]


def test_a_supporter_who_hangs_up_after_ten_seconds(supporter, office, after):
    office.talks_for(60)
    supporter.hangs_up_after(10)
    assert after()["seconds"] == "10"


def test_the_first_of_several_numbers_to_answer_is_joined(network, office, after, client):
    network.phone("+16175550191").answers(after=2).talks_for(5)
    told = after(numbers="<Number>+16175550190</Number><Number>+16175550191</Number>")
    statuses = {call.to: call.status for call in client.calls.list()}
    assert (told["DialCallDuration"], statuses["+16175550190"]) == ("5", "canceled")


def test_numbers_can_be_tried_one_after_the_other(network, office, after, client):
    office.does_not_answer()
    network.phone("+16175550191").answers(after=2).talks_for(5)
    numbers = "<Number>+16175550190</Number><Number>+16175550191</Number>"
    assert after('sequential="true" timeout="10"', numbers)["seconds"] == "22"


def test_a_caller_id_of_somebody_else_fails_the_dial(office, after, network):
    assert after('callerId="+16175550177"')["DialCallStatus"] == "failed"
    assert network.notices()[0].code == 13214


def test_a_verified_caller_id_is_shown(start_network, client_of, app):
    network = start_network(verified=["+16175550177"])
    app.pages["/voice"] = '<Response><Dial callerId="+16175550177">+16175550190</Dial></Response>'
    network.everyone_else().answers().talks_for(1)
    client_of(network).calls.create(to="+16175550123", from_="+16175550100", url=f"{app.url}/voice")
    network.wait_until_idle(PATIENCE)
    assert client_of(network).calls.list()[0]._from == "+16175550177"  # noqa: SLF001  # its public name is reserved


def test_what_is_no_number_fails_the_dial(after, network):
    assert after(numbers="<Number>911</Number>")["DialCallStatus"] == "failed"
    assert network.notices()[0].code == 13223


def test_what_follows_a_dial_with_an_action_is_reported_as_unreachable(office, after, network):
    office.is_busy()
    after(then="<Say>Never heard.</Say>")
    assert network.notices()[0].name == "unreachable-verb"


def test_without_an_action_the_document_goes_on(app, ring, office, supporter, network):
    office.is_busy()
    app.pages["/voice"] = "<Response><Dial>+16175550190</Dial><Say>Nobody there.</Say></Response>"
    ring()
    assert network.transcript()[-1].text == "Nobody there."


def test_a_whisper_is_heard_by_the_office_only(app, office, after, network):
    app.pages["/whisper"] = "<Response><Say>A supporter is calling.</Say></Response>"
    office.talks_for(5)
    after(numbers='<Number url="/whisper">+16175550190</Number>')
    assert len(network.transcript()[0].heard_on) == 1
    assert app.at("/whisper")[0]["Direction"] == "outbound-dial"


def test_an_office_that_hangs_up_during_the_whisper_was_never_joined(app, office, after):
    app.pages["/whisper"] = "<Response><Pause length='9'/></Response>"
    office.hangs_up_after(2)
    told = after(numbers='<Number url="/whisper">+16175550190</Number>')
    assert (told["DialBridged"], told["seconds"]) == ("false", "8")


def test_a_whisper_may_not_dial(app, office, after, network):
    app.pages["/whisper"] = "<Response><Dial>+16175550191</Dial></Response>"
    after(numbers='<Number url="/whisper">+16175550190</Number>')
    assert network.notices()[0].name == "dial-in-whisper"


def test_keys_are_sent_after_answering(office, after, network):
    office.talks_for(5)
    told = after(numbers='<Number sendDigits="ww12">+16175550190</Number>')
    assert (network.transcript()[0].keys, told["DialCallDuration"]) == ("ww12", "6")


DETECTED = '<Number machineDetection="Enable" amdStatusCallback="/machine">+16175550190</Number>'


@pytest.mark.parametrize(
    ("picks_up", "answered_by"),
    [(lambda it: it.is_voicemail(after=5), "machine_start"), (lambda it: it.answers().talks_for(9), "human")],
)
def test_who_picks_up_is_told_where_that_is_asked_for(app, office, after, network, picks_up, answered_by):
    picks_up(office)
    after(numbers=DETECTED)
    network.wait_until_idle(PATIENCE)
    (told,) = app.at("/machine")
    assert (told["AnsweredBy"], told["MachineDetectionDuration"]) == (answered_by, "4000")


def test_a_line_that_ends_before_it_was_listened_to_is_not_guessed_about(app, office, after, network):
    office.answers().talks_for(2)
    after(numbers=DETECTED)
    network.wait_until_idle(PATIENCE)
    assert not app.at("/machine")
