"""A whole call: the supporter presses 1, talks with the office, and says how it went."""

import pytest

ASK = '<Response><Gather numDigits="1" action="/accept"><Say>Press one to speak.</Say></Gather></Response>'
BRIDGE = """<Response><Say>Connecting you.</Say>
<Dial callerId="+16175550100" timeout="25" hangupOnStar="true" action="/after">
<Number statusCallback="/office-status" statusCallbackEvent="initiated ringing answered completed">
+16175550190</Number></Dial></Response>"""
AFTER = '<Response><Gather numDigits="1" action="/bye"><Say>How did it go?</Say></Gather></Response>'


@pytest.fixture
def whole_call(app, supporter, office, ring):
    app.pages |= {"/voice": ASK, "/accept": BRIDGE, "/after": AFTER, "/bye": "<Response><Hangup/></Response>"}
    supporter.then_presses("1", "2")
    office.says("Office of the Representative.").talks_for(42)
    return ring()


def test_the_supporter_presses_one_and_talks_for_42_seconds(whole_call, app):
    assert whole_call.status == "completed"
    told = app.at("/after")[0]
    assert (told["DialCallStatus"], told["DialCallDuration"], told["DialBridged"]) == ("completed", "42", "true")


def test_each_key_reaches_the_app(whole_call, app):
    assert [app.at("/accept")[0]["Digits"], app.at("/bye")[0]["Digits"]] == ["1", "2"]


def test_both_legs_report_every_step_in_order(whole_call, app):
    steps = ["initiated", "ringing", "in-progress", "completed"]
    assert (app.events("/status"), app.events("/office-status")) == (steps, steps)


def test_each_leg_counts_its_own_events_from_0(whole_call, app):
    assert [form["SequenceNumber"] for form in app.at("/office-status")] == ["0", "1", "2", "3"]


def test_the_last_event_has_seconds_and_billed_minutes(whole_call, app):
    last = app.at("/office-status")[-1]
    assert (last["CallDuration"], last["Duration"], last["SipResponseCode"]) == ("42", "1", "200")
    assert (last["CallbackSource"], last["ParentCallSid"]) == ("call-progress-events", whole_call.sid)


def test_the_supporters_seconds_are_prompts_waits_and_talk_together(whole_call):
    words = len(["Press", "one", "to", "speak.", "Connecting", "you.", "How", "did", "it", "go?"])
    assert int(whole_call.duration) == round(words * 60 / 165 + 1 + 6 + 42 + 1)


def test_the_offices_leg_hangs_on_the_supporters(whole_call, client):
    child = client.calls.list(parent_call_sid=whole_call.sid)[0]
    assert (child.direction, child.to, child.from_formatted) == ("outbound-dial", "+16175550190", "(617) 555-0100")


def test_the_transcript_reads_like_a_conversation(whole_call, network):
    assert [(line.who, line.text or line.keys) for line in network.transcript(whole_call.sid)] == [
        ("program", "Press one to speak."),
        ("supporter", "1"),
        ("program", "Connecting you."),
        ("office", "Office of the Representative."),
        ("program", "How did it go?"),
        ("supporter", "2"),
    ]


def test_every_webhook_has_the_usual_parameters(whole_call, app, hotline):
    told = app.at("/voice")[0]
    assert (told["From"], told["Direction"], told["CallStatus"]) == (hotline, "outbound-api", "in-progress")
    assert (told["AccountSid"], told["ApiVersion"]) == (whole_call.account_sid, "2010-04-01")


def test_the_journal_shows_the_twiml_that_came_back(whole_call, network):
    turn = network.requests("turn")[0]
    assert (turn.path, turn.status, turn.signed, turn.body_twiml) == ("/voice", 200, True, ASK)
