"""The carrier asks what to say, and always gets a sentence."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from app.calls.forgetting.number import forget_number
from app.calls.life.status import move_call
from app.calls.run.cancel import BEFORE_ANSWER
from models import Call, CallSource, CallStatus, CarrierEvent, DoNotCall, EndReason, EventSource, Feedback
from tests.world.carrier.signed_sender import OFFICE_LEG, SignedSender
from tests.world.carrier.twiml import VERBS, names, the, words
from tests.world.one_unit import kept
from tests.world.people.supporter import Supporter
from voice_flows.flow import MOST_TURNS

BACK = {"DialCallStatus": "completed", "DialCallSid": OFFICE_LEG, "DialCallDuration": "42"}


def test_whoever_picks_up_hears_who_is_calling(carrier):
    assert words(carrier.asks().text).startswith(
        "Hello. This is an automated call from Massachusetts Neighbors Together."
    )


@pytest.mark.parametrize(
    ("what", "form", "after"),
    [
        ("answered", {}, CallStatus.ANSWERED),
        ("after/greeting/0/1", {"Digits": "1"}, CallStatus.ACCEPTED),
        ("after/script/0/2", {"Digits": "1"}, CallStatus.CONNECTING),
        ("after/connect/0/3", BACK, CallStatus.ASKING),
    ],
)
def test_a_turn_moves_the_call(carrier, status, what, form, after):
    carrier.asks(what, **form)
    assert status() is after


def test_the_office_is_rung_from_the_campaigns_number(carrier):
    twiml = carrier.asks("after/script/0/2", Digits="1").text
    assert the("Dial", twiml).get("callerId") == "+16175550100"


@pytest.mark.parametrize("path", ["after/greeting/0/1", "after/script/0/2", "after/after_office/0/4"])
def test_every_address_in_an_answer_is_ours(carrier, path):
    action = the("Gather", carrier.asks("answered").text).get("action")
    assert action.startswith(f"http://127.0.0.1:8080{carrier.path('after/greeting/0/1')}")


def test_only_one_key_at_a_time_is_a_key(carrier, status):
    for digits in ("11", "1111", "x", "", "１", "1#", "A", "-1"):
        carrier.asks("after/greeting/0/1", Digits=digits)
    assert status() is CallStatus.DIALING


def test_a_turn_that_is_asked_twice_says_the_same(carrier):
    first = carrier.asks("after/greeting/0/1", Digits="1")
    assert carrier.asks("after/greeting/0/1", Digits="1").text == first.text


@pytest.mark.parametrize("turn", [MOST_TURNS, 10**6, 10**30])
def test_a_call_that_goes_on_for_too_long_ends(carrier, turn):
    assert names(carrier.asks(f"after/script/0/{turn}", Digits="2").text)[-1] == "Hangup"


@pytest.mark.parametrize("what", ["answered", "after/greeting/0/1"])
def test_a_token_that_stands_for_nothing_is_told_so(carrier, what):
    for token in ("garbage", "Mg.aaaa.bbbb", "\u202e", "1"):
        carrier.urls = replace(carrier.urls, token=token)
        answer = carrier.asks(what)
        assert (answer.status_code, names(answer.text)[-1]) == (200, "Hangup"), token


@pytest.mark.parametrize("what", ["answered", "after/greeting/0/1"])
def test_a_call_that_is_not_there_is_told_so(app, what):
    answer = SignedSender(app, 999).asks(what)
    assert (answer.status_code, "couldn't find this call" in words(answer.text)) == (200, True)


def test_a_step_that_is_not_there_is_told_so(carrier):
    for step in ("nowhere", "__init__", "first", "speak"):
        answer = carrier.asks(f"after/{step}/0/1", Digits="1")
        assert (answer.status_code, names(answer.text)[-1]) == (200, "Hangup"), step


def test_a_status_that_we_do_not_know_changes_nothing(carrier, status):
    for word in ("", "answered", "levitating", "COMPLETED", "completed "):
        answer = carrier.reports(word, 1)
        assert (answer.status_code, names(answer.text), status()) == (200, ["Response"], CallStatus.DIALING)


@pytest.mark.parametrize("when", ["", "yesterday", "0", "Mon, 99 Nov 2026 99:99:99 +0000", "2026-11-23T15:00:00Z"])
def test_a_time_that_cannot_be_read_is_now(carrier, status, when):
    assert carrier.reports("ringing", 1, Timestamp=when).status_code == 200
    assert status() is CallStatus.RINGING


@pytest.mark.parametrize("duration", ["", "-1", "1.5", "9" * 40, "abc", "٤٢"])
def test_a_duration_that_cannot_be_read_is_left_out(carrier, status, duration):
    assert carrier.reports("completed", 1, CallDuration=duration).status_code == 200
    assert status() is CallStatus.COMPLETED


@pytest.mark.parametrize("before", sorted(BEFORE_ANSWER - {CallStatus.SCHEDULED, CallStatus.REQUESTED}))
def test_a_call_canceled_on_the_page_hears_goodbye(carrier, session, call_id, before):
    move_call(session, call_id, before, source=EventSource.WORKER)
    move_call(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER)
    session.commit()
    assert names(carrier.asks().text) == ["Response", "Gather", "Say", "Hangup"]


def test_a_canceled_call_reaches_no_office(carrier, session, call_id):
    move_call(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER)
    session.commit()
    assert "Dial" not in names(carrier.asks("after/script/0/2", Digits="1").text)


def test_nine_is_never_called_again(carrier, session, call_id):
    carrier.asks("after/greeting/0/1", Digits="9")
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    assert session.scalar(select(func.count()).select_from(DoNotCall)) == 1
    assert session.scalar(select(Call.end_reason)) is EndReason.REFUSED


def test_nine_is_so_in_a_call_that_was_agreed_on_at_the_hotline(carrier, session):
    session.execute(update(Call).values(source=CallSource.HOTLINE, agreed_in="keypad"))
    session.commit()
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    assert session.scalar(select(func.count()).select_from(DoNotCall)) == 1


def test_nine_is_so_of_a_number_that_was_forgotten_during_the_call(carrier, session, client):
    kept(session, lambda work: forget_number(work.session, carrier.own.vault, "+16175550123"))
    told = {"Direction": "outbound-api", "To": "+16175550123"}
    assert "never call this number again" in carrier.asks("after/never_again_sure/0/2", Digits="9", **told).text
    carrier.reports("completed", 3)
    answer = Supporter(client).asks_to_be_called(phone="617 555 0123")
    assert "We do not ring this number" in client.get(answer.headers["Location"]).text


def test_nine_stands_in_the_journal_beside_the_keys_and_no_number_does(carrier, session):
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    journal = carrier.own.vault.journal
    (refused,) = journal.standing(carrier.own.clock()).refused
    assert (refused.marks, refused.how) == ((session.scalar(select(DoNotCall.phone_hash)),), "keypad")
    assert "5550123" not in journal.file.read_text()


def test_after_nine_the_form_refuses_that_number(carrier, client):
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    carrier.reports("completed", 3)
    answer = Supporter(client).asks_to_be_called(phone="1 (617) 555.0123")
    assert "We do not ring this number" in client.get(answer.headers["Location"]).text


def test_nine_twice_is_once(carrier, session):
    carrier.asks("after/never_again_sure/0/2", Digits="9")
    assert carrier.asks("after/never_again_sure/0/3", Digits="9").status_code == 200
    assert session.scalar(select(func.count()).select_from(DoNotCall)) == 1


@pytest.mark.parametrize(
    ("key", "outcome"), [("1", "contact"), ("2", "voicemail"), ("3", "unavailable"), ("4", "mailbox-full")]
)
def test_an_answer_by_key_is_kept(carrier, session, key, outcome):
    carrier.asks("after/connect/0/3", **BACK)
    carrier.asks("after/after_office/0/4", Digits=key)
    assert session.scalars(select(Feedback.outcome)).one() == outcome


@pytest.mark.parametrize("key", ["", "5", "9", "*"])
def test_no_answer_is_no_report(carrier, session, key):
    carrier.asks("after/connect/0/3", **BACK)
    carrier.asks("after/after_office/0/4", Digits=key)
    assert not session.scalars(select(Feedback)).all()


def test_no_key_is_why_the_call_ended(carrier, session):
    carrier.asks("after/greeting_last/0/3")
    assert session.scalar(select(Call.end_reason)) is EndReason.NO_KEY


def test_the_log_says_after_every_turn_where_the_call_is(carrier):
    assert carrier.asks("after/connect/0/3", **BACK).headers["Ringdown-Log"] == "asking · line answered"


def test_nothing_but_known_verbs_is_ever_sent(carrier):
    turns = ["greeting/0/1", "script/0/2", "connect/0/3", "after_office/0/4", "other_line/0/5", "next_office/0/6"]
    paths = ["answered", "fallback", *(f"after/{turn}" for turn in turns)]
    assert all(set(names(carrier.asks(path, Digits="1", **BACK).text)) <= VERBS for path in paths)


def test_what_is_told_of_an_office_that_the_call_has_not_is_answered_and_kept_nowhere(carrier, session):
    said = carrier.asks("after/after_office/7/4", Digits="4").text
    assert "Something went wrong" not in words(said)
    assert session.scalar(select(func.count()).select_from(Feedback)) == 0


CONNECTS = "after/script/0/2"


def action_of(twiml):
    """Where the answer goes, after the call's token, without how often the carrier tries again."""
    _, after, path = the("Gather", twiml).get("action").partition("#")[0].partition("after/")
    return after + path


@pytest.fixture
def connecting(carrier):
    """The carrier of somebody who hears that they are being connected."""
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks(CONNECTS, Digits="1")
    return carrier


def test_a_key_dials_at_once_and_counts_as_nothing_else(connecting, session, status):
    kept = session.scalar(select(func.count()).select_from(CarrierEvent))
    twiml = connecting.asks("after/connect/0/3", Digits="7").text
    assert names(twiml) == ["Response", "Dial", "Number"]
    assert "/after/connect-3/0/4#" in the("Dial", twiml).get("action")
    assert (session.scalar(select(func.count()).select_from(CarrierEvent)), status()) == (kept, CallStatus.CONNECTING)


def test_how_the_bridge_ended_is_heard_as_ever(connecting, status):
    connecting.asks("after/connect/0/3", Digits="7")
    back = {
        "DialCallStatus": "completed",
        "DialCallSid": "CA33333333333333333333333333333333",
        "DialCallDuration": "42",
    }
    assert "How did it go?" in words(connecting.asks("after/connect-3/0/4", **back).text)
    assert status() is CallStatus.ASKING


def test_a_star_before_it_rings_dials_nobody_and_lets_go_of_the_line(connecting, status):
    twiml = connecting.asks("after/connect/0/3", Digits="*").text
    assert "Dial" not in names(twiml)
    assert status() is CallStatus.ASKING
    assert "/after/come_back/0/4" in twiml


def test_last_words_are_heard_again_by_a_zero_also_once_the_call_was_canceled(carrier):
    again = carrier.asks("after/goodbye/0/9", Digits="0").text
    assert "Goodbye" in words(again)
    assert action_of(again) == "after/goodbye-1/0/10"
    assert names(carrier.asks("after/goodbye/0/9", Digits="5").text) == ["Response", "Hangup"]


@pytest.fixture
def reads(carrier):
    """Let the script be read, and press a key so many seconds after it began."""

    def reads(seconds, key="0"):
        carrier.asks("answered")
        script = carrier.asks("after/greeting/0/1", Digits="1").text
        path, _, since = action_of(script).rpartition("/")
        return carrier.asks(f"{path}/{int(since) - seconds}", Digits=key).text

    return reads


def test_soon_after_its_beginning_a_zero_begins_again(reads):
    assert "We will connect you with" in words(reads(2))


def test_later_it_goes_on_from_the_sentence_that_was_being_read(reads):
    again = words(reads(20))
    assert "We will connect you with" not in again
    assert "To be connected now, press 1" in again
    assert len(again) > len(words(reads(200)))


def test_once_it_was_read_what_is_asked_is_said_again(reads):
    assert words(reads(200)).startswith("That's all.")


def test_a_one_connects_whenever_it_is_pressed(reads):
    assert "Dial" in names(reads(20, key="1"))


def test_calls_that_began_before_an_update_go_on(carrier):
    carrier.asks("answered")
    assert "We will connect you with" in words(carrier.asks("after/script/0/2", Digits="0").text)
