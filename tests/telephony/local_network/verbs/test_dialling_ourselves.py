"""A number of the account that is dialled from within a call comes in again, as anybody's call does."""

import pytest

RECORDING = "<Response><Say>This is a recording.</Say></Response>"


@pytest.fixture
def after(app, ring, network, supporter, hotline):
    """Dial the hotline from a call that it places, where it answers so, and return what the action URL is told."""

    def dial(page=RECORDING, connected=True):
        network.connect_number(hotline, f"{app.url}/hotline" if connected else "")
        app.pages["/voice"] = f'<Response><Dial action="/after" callerId="{hotline}">{hotline}</Dial></Response>'
        app.pages["/hotline"], app.pages["/after"] = page, "<Response><Hangup/></Response>"
        ring()
        return (app.at("/after") or [{}])[0]

    return dial


def test_it_is_asked_like_anybody_s_call(after, app, hotline):
    after()
    told = app.at("/hotline")[0]
    assert (told["From"], told["To"], told["Direction"]) == (hotline, hotline, "inbound")


def test_both_legs_last_as_long_as_the_recording(after, client):
    told = after()
    assert (told["DialCallStatus"], told["DialBridged"]) == ("completed", "true")
    inbound, dialled, rung = client.calls.list()
    assert inbound.duration == dialled.duration == told["DialCallDuration"]
    assert [leg.status for leg in (inbound, dialled, rung)] == ["completed"] * 3


def test_whoever_dialled_hears_it(after, network, client):
    after()
    (line,) = [line for line in network.transcript() if line.text == "This is a recording."]
    assert client.calls.list()[-1].sid in line.heard_on


def test_one_that_turns_calls_away_is_busy(after):
    assert after("<Response><Reject reason='busy'/></Response>")["DialCallStatus"] == "busy"


def test_one_whose_calls_go_elsewhere_fails(after, network, hotline):
    network.plant.numbers.find(hotline).trunk_sid = "TK1"
    assert after()["DialCallStatus"] == "failed"


def test_whoever_hangs_up_ends_all_of_it(supporter, after, client):
    supporter.hangs_up_during("bridge", after=1)
    after("<Response><Pause length='60'/></Response>")
    assert [leg.duration for leg in client.calls.list()][:2] == ["1", "1"]
