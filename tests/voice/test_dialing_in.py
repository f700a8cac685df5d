"""Who dials in: any caller ID or none, any odd value, told twice or at once; the keys that lead nowhere; the code."""

import re

import pytest
from sqlalchemy import func, select

from app.calls.begin.code import wait_under_code
from app.calls.begin.join import TRIES_OF_A_NUMBER
from models import Call, CalledOffice, CarrierRecord, WhomToCall
from tests.world.calls import office_of
from tests.world.campaign.campaigns import change_campaign
from tests.world.carrier.twiml import names
from tests.world.one_unit import kept
from tests.world.people.hotline_caller import HotlineCaller

ODD = [
    *("", "anonymous", "Anonymous", "Restricted", "unknown", "+266696687", "7378742833", "+86282452253", "+1", "911"),
    *("+17378742833", "+7378742833", "+2562533", "+8656696", "+447700900123", "+18005550199"),
    *("sip:ana@example.org", "client:ana", "+" + "9" * 10_000, "+٦١٧٥٥٥٠١٢٣", "'; DROP TABLE call; --", "\u202e+1413"),
]


@pytest.fixture
def caller(app, campaign):
    return HotlineCaller(app, 1)  # the first call there is


def rows(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize("number", ODD)
def test_whatever_stands_for_the_number_the_call_is_welcome_and_no_number_is_known(caller, session, number):
    assert "For English, press 1." in caller.dials(From=number)
    session.rollback()
    assert session.scalars(select(Call.withheld)).all() == [True]


def test_all_who_show_no_number_together_are_told_to_wait_after_twenty(caller, session):
    def heard(nth, number):
        return "without a caller ID" in caller.dials(CallSid=f"CA{nth:032d}", From=number)

    came = [heard(nth, number) for nth, number in enumerate(ODD * 2)]
    assert came == [False] * 20 + [True] * (len(came) - 20)
    assert "For English, press 1." in caller.dials(CallSid="CA" + "f" * 32)


@pytest.mark.parametrize("number", ODD)
def test_without_a_number_nobody_is_offered_to_be_rung(app, another_app, campaign, number):
    caller = HotlineCaller(another_app(always_open=False), 1)
    caller.dials(From=number)
    caller.says("language_chosen", From=number)
    assert "press 2" not in caller.says("closed", From=number, Digits="7")


def test_the_seventh_call_within_an_hour_is_told_to_wait(caller):
    heard = [caller.dials(CallSid=f"CA{nth:032d}") for nth in range(7)]
    assert ["very often" in text for text in heard] == [False] * 6 + [True]


def test_a_first_request_that_is_sent_again_is_no_second_call(caller, session):
    heard = [caller.dials() for _ in range(9)]
    assert not [text for text in heard if "very often" in text]
    assert rows(session, Call) == 1


def test_a_call_without_an_id_or_to_nobodys_number_is_told_so(caller, session):
    assert names(caller.dials(CallSid=""))[-1] == names(caller.dials(To="+16175550199"))[-1] == "Hangup"
    assert rows(session, Call) == 0
    assert session.scalars(select(CarrierRecord.sid)).all() == [caller.sid]  # which the carrier is to forget


UNHEARD = ["asdf", "Nashua", "9999", "00000", "<script>", "1" * 200]


@pytest.mark.parametrize("place", UNHEARD)
def test_after_two_places_that_we_do_not_know_only_keys_are_heard(caller, place):
    caller.dials()
    once = caller.says("where", turn=2, SpeechResult=place)
    twice = caller.says("located", turn=3, SpeechResult=place)
    assert ['input="dtmf speech"' in once, 'input="dtmf"' in twice] == [True, True]
    assert "Enter your five-digit ZIP code" in twice


@pytest.mark.parametrize("key", ["0", "99999"])
def test_after_a_third_we_say_who_can_help(caller, key):
    caller.dials()
    caller.says("where", turn=2, SpeechResult="asdf")
    caller.says("located", turn=3, SpeechResult="asdf")
    caller.says("located", turn=4, Digits=key)
    assert "The State House switchboard" in caller.says("located", turn=5)


@pytest.mark.parametrize("said", ["1040", "oh one oh four oh", "My ZIP code is 01040-2208.", "Holyoke 01040"])
def test_a_zip_code_is_understood_however_it_is_said(caller, said):
    caller.dials()
    assert "Representative Pat Duffy" in caller.says("where", turn=2, SpeechResult=said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("oh two one two eight", "Boston. You'll be calling the office"),
        ("1040", "ZIP code 0 1 0 4 0. You'll be calling the office"),
    ],
)
def test_a_zip_code_tells_the_part_of_a_town_and_where_it_cannot_counts_alone(caller, said, told):
    caller.dials()
    assert "Boston has more than one representative" in caller.says("where", turn=2, SpeechResult="I live in Boston")
    assert told in caller.says("located", turn=3, SpeechResult=said)


@pytest.mark.parametrize(("language", "said"), [("2", "uno cero cuatro cero"), ("5", "零一零四零")])
def test_numbers_are_heard_in_the_language_of_the_call(caller, language, said):
    caller.dials()
    caller.says("welcome", Digits=language)
    assert "Pat Duffy" in caller.says("where", turn=2, SpeechResult=said)


def test_a_place_in_between_that_we_know_is_agreed_on(caller):
    caller.dials()
    caller.says("where", turn=2, SpeechResult="asdf")
    assert "Representative Pat Duffy" in caller.says("located", turn=3, SpeechResult="Holyoke")


@pytest.fixture
def page(session, app, campaign):
    """A page that waits under the code 4821."""
    now, offices = app.extensions["ringdown"].clock(), (office_of(session),)
    how = {"code": "4821", "town": "Holyoke", "language": "en", "now": now}
    return kept(session, lambda work: wait_under_code(work.session, campaign, offices, **how))


def test_the_code_joins_and_saying_it_again_changes_nothing(caller, session, page):
    caller.dials()
    assert "Your page will follow this call now" in caller.says("where", turn=2, Digits="4821")
    assert "Your page will follow this call now" in caller.says("where", turn=2, Digits="4821")
    assert rows(session, CalledOffice) == 1


def test_a_code_is_keyed_and_never_said(caller, session, page):
    caller.dials()
    assert "outside Massachusetts" in caller.says("where", turn=2, SpeechResult="4821")
    assert rows(session, CalledOffice) == 0


def test_four_keys_are_a_zip_code_without_its_zero_where_no_code_waits(caller, page):
    caller.dials()
    assert "Representative Pat Duffy" in caller.says("where", turn=2, Digits="1040")


def test_a_code_that_waits_comes_before_a_zip_code(session, app, campaign, caller):
    now, offices = app.extensions["ringdown"].clock(), (office_of(session),)
    how = {"code": "1040", "town": "Holyoke", "language": "en", "now": now}
    kept(session, lambda work: wait_under_code(work.session, campaign, offices, **how))
    caller.dials()
    assert "Your page will follow this call now" in caller.says("where", turn=2, Digits="1040")


def test_where_everybody_calls_the_same_four_keys_are_a_code_alone(caller, session, campaign):
    change_campaign(session, whom_to_call=WhomToCall.LISTED)
    caller.dials()
    assert "We don't recognize that code" in caller.says("where", turn=2, Digits="1040")


def test_one_choice_is_not_announced_as_several(caller):
    """A ZIP code that only says the town, and the town has one representative."""
    caller.dials()
    told = caller.says("where", turn=2, SpeechResult="Holyoke 02139")
    assert "Holyoke." in told
    assert "For Representative Pat Duffy, press 1." in told
    assert "several" not in told


def test_a_second_call_does_not_join_by_the_same_code(caller, page):
    caller.dials()
    caller.says("where", turn=2, Digits="4821")
    caller.dials(CallSid="CA" + "8" * 32)
    second = HotlineCaller(caller.app, 2)
    assert "We don't recognize that code" in second.says("where", turn=2, Digits="4821", CallSid="CA" + "8" * 32)


def test_whoever_tries_many_codes_does_not_find_the_right_one_any_more(caller, session, page):
    caller.dials()
    for nth in range(TRIES_OF_A_NUMBER.at_most):
        caller.says("where", turn=nth, Digits=f"{nth:04d}")
    assert "follows this call" not in caller.says("where", turn=99, Digits="4821")


@pytest.mark.parametrize("chambers", [WhomToCall.REPRESENTATIVE, WhomToCall.BOTH])
def test_a_street_that_is_said_decides_and_is_not_kept(caller, session, campaign, chambers):
    change_campaign(session, whom_to_call=chambers)
    caller.dials()
    heard = caller.says("where", SpeechResult="12 Adams St, Acton")
    kept = session.scalars(select(Call)).one()
    session.refresh(kept)
    assert bool(kept.heard["settled"])
    assert not {"Acton", "Adams"} & set(re.findall(r"\w+", f"{kept.heard}"))
    assert "Adams" not in heard
    caller.says("located", Digits="1")
    assert rows(session, CalledOffice) > 0
