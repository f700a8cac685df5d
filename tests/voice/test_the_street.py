"""On the hotline in a split town the street decides: said or keyed, agreed on by name, and kept nowhere."""

import re

import pytest
from sqlalchemy import select

from models import Call, CalledOffice, CarrierEvent, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.hotline_caller import HotlineCaller


@pytest.fixture
def caller(app, campaign):
    """Somebody on the hotline who has said that they live in Acton."""
    return lives_in(app, "Acton")


def lives_in(app, town, language="1"):
    caller = HotlineCaller(app, 1)
    caller.dials()
    caller.says("welcome", Digits=language)
    caller.says("where", turn=2, SpeechResult=town)
    return caller


def spoken(twiml):
    """All that is said, as one text."""
    return " ".join(re.sub(r"<[^>]+>", " ", twiml).split())


@pytest.fixture
def kept(session):
    """All that is kept of the call and of its turns, as one text."""

    def kept():
        session.expire_all()
        call = session.scalars(select(Call)).one()
        return f"{call.heard}{[(it.told, it.facts) for it in session.scalars(select(CarrierEvent))]}"

    return kept


@pytest.fixture
def called(session):
    """Whom the call reaches for first, and how that was found."""
    first = select(CalledOffice.district_geoid, CalledOffice.how_found)
    return lambda: tuple(session.execute(first).first())


def test_a_street_that_lies_in_one_district_takes_two_turns_more(caller, called):
    assert "Is this your street? For Adams Street, press 1." in spoken(
        caller.says("located", 3, SpeechResult="Adams Street")
    )
    assert "Acton. You'll be calling the office of" in spoken(caller.says("street_heard", 4, Digits="1"))
    caller.says("street_agreed", 5, Digits="1")
    assert called() == ("25095", "street")


def test_the_first_letters_do_as_well(caller, called):
    assert "For Main Street, press 1." in spoken(caller.says("located", 3, Digits="6246"))
    assert "it depends on the house number" in spoken(caller.says("street_heard", 4, Digits="1"))
    caller.says("street_agreed", 5, Digits="400")
    caller.says("house_heard", 6, Digits="1")
    assert called() == ("25072", "street")


@pytest.mark.parametrize("house", ["7", "5"])
def test_a_house_number_of_one_digit_is_kept_nowhere_and_a_key_that_chooses_is(caller, session, house):
    caller.says("located", 3, Digits="6246")
    caller.says("street_heard", 4, Digits="1")
    caller.says("street_agreed", 5, Digits=house)
    told = select(CarrierEvent.told).where(CarrierEvent.kind == "turn").order_by(CarrierEvent.at.desc())
    assert [(it or {}).get("Digits") for it in session.scalars(told)][:3] == [None, "1", None]


def test_a_number_that_was_said_with_the_street_is_not_asked_for_again(caller):
    caller.says("located", 3, SpeechResult="one hundred and then 12 Main Street")
    assert "You'll be calling the office of" in spoken(caller.says("street_heard", 4, Digits="1"))


def test_a_street_that_several_parts_have_asks_for_the_part(app, campaign, called):
    caller = lives_in(app, "Boston")
    caller.says("located", 3, SpeechResult="School Street")
    asked = spoken(caller.says("street_heard", 4, Digits="1"))
    assert "More than one part of Boston has a street by that name. For Boston, press 1." in asked
    caller.says("street_agreed", 5, Digits="4")
    caller.says("area_picked", 6, Digits="1")
    assert called() == ("25128", "street")


def test_a_street_of_very_many_parts_goes_on_with_the_zip_code(app, campaign):
    caller = lives_in(app, "Boston")
    caller.says("located", 3, SpeechResult="4000 Washington Street")
    assert "Enter or say your five-digit ZIP code" in spoken(caller.says("street_heard", 4, Digits="1"))
    assert "You'll be calling the office of" in spoken(caller.says("street_agreed", 5, Digits="02131"))


def test_what_is_not_found_is_asked_for_once_more_by_letters_and_then_no_more(caller):
    again = spoken(caller.says("located", 3, SpeechResult="qwerty asdf"))
    assert "We didn't find that street. Spell the first letters of your street" in again
    assert "Acton may have more than one representative" in spoken(caller.says("street_heard", 4, Digits="999999"))


def test_a_street_that_is_not_theirs_is_asked_for_once_more(caller):
    caller.says("located", 3, SpeechResult="Adams Street")
    assert "We didn't find that street." in spoken(caller.says("street_heard", 4, Digits="0"))


@pytest.mark.parametrize("answer", [{}, {"Digits": "0"}])
def test_whoever_would_rather_not_say_chooses_among_names(caller, called, answer):
    assert "Acton may have more than one representative" in spoken(caller.says("located", 3, **answer))
    caller.says("street_skipped", 4, Digits="2")
    caller.says("picked", 5, Digits="1")
    assert called()[1] == "chosen"


def test_a_house_number_that_nobody_keys_leaves_the_names(caller):
    caller.says("located", 3, SpeechResult="Main Street")
    caller.says("street_heard", 4, Digits="1")
    assert "Acton may have more than one representative" in spoken(caller.says("street_agreed", 5))


def test_what_is_no_number_of_a_house_leaves_the_names(caller):
    caller.says("located", 3, SpeechResult="Main Street")
    caller.says("street_heard", 4, Digits="1")
    assert "Acton may have more than one representative" in spoken(caller.says("street_agreed", 5, Digits="12*"))


def test_nothing_is_kept_to_be_read_and_nothing_at_all_once_it_has_decided(caller, kept):
    caller.says("located", 3, SpeechResult="12 Adams Street")
    assert "sealed" in kept()
    caller.says("street_heard", 4, Digits="1")
    assert not {"Adams", "Acton"} & set(re.findall(r"\w+", kept()))
    caller.says("street_agreed", 5, Digits="1")
    assert kept().startswith("None[")
    assert not {"Adams", "Acton", "sealed"} & set(re.findall(r"\w+", kept()))


def test_a_caller_who_hangs_up_leaves_nothing_behind(caller, kept):
    caller.says("located", 3, SpeechResult="Adams Street")
    caller.tells(caller.path("status"), CallStatus="completed", SequenceNumber="9", CallDuration="30")
    assert kept().startswith("None[")


def test_what_comes_after_the_end_keeps_nothing_either(caller, kept):
    caller.tells(caller.path("status"), CallStatus="completed", SequenceNumber="9", CallDuration="30")
    caller.says("located", 3, SpeechResult="Adams Street")
    assert kept().startswith("None[")


def test_the_same_turn_again_reads_out_the_same_streets(caller):
    first = caller.says("located", 3, SpeechResult="Adams Street")
    assert caller.says("located", 3, SpeechResult="Adams Street") == first


def test_where_the_keys_are_gone_the_place_is_asked_for_again(caller, session):
    caller.says("located", 3, SpeechResult="Adams Street")
    call = session.scalars(select(Call)).one()
    call.heard = {**call.heard, "sealed": "AAAA" * 12}
    session.commit()
    assert "your town" in spoken(caller.says("street_heard", 4, Digits="1"))


def test_an_address_whose_street_leaves_doubt_goes_on_from_there(app, campaign):
    caller = HotlineCaller(app, 1)
    caller.dials()
    caller.says("welcome", Digits="1")
    asked = spoken(caller.says("where", 2, SpeechResult="12 Adms St, Acton"))
    assert "For Adams Street, press" in asked


def test_an_address_in_a_town_that_is_misspelled_asks_for_the_town(app, campaign, kept):
    caller = HotlineCaller(app, 1)
    caller.dials()
    caller.says("welcome", Digits="1")
    asked = spoken(caller.says("where", 2, SpeechResult="12 Adams St, Worchester"))
    assert "We're not sure which place you mean. For Worcester, press 1. For Dorchester, press 2." in asked
    assert "Adams" not in kept()
    assert "Dorchester has more than one representative" in spoken(caller.says("located", 3, Digits="2"))


def test_a_campaign_that_calls_both_asks_nothing_of_the_street_twice(caller, session, called):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    caller.says("located", 3, SpeechResult="Adams Street")
    caller.says("street_heard", 4, Digits="1")
    caller.says("street_agreed", 5, Digits="1")
    assert called() == ("25095", "street")


@pytest.mark.parametrize(("key", "town"), [("2", "Acton"), ("3", "Acton"), ("4", "Acton"), ("5", "阿克顿")])
def test_it_is_so_in_every_language(app, campaign, called, key, town):
    caller = lives_in(app, town, language=key)
    assert "Adams Street" in caller.says("located", 3, SpeechResult="Adams Street")
    caller.says("street_heard", 4, Digits="1")
    caller.says("street_agreed", 5, Digits="1")
    assert called() == ("25095", "street")


def test_towns_are_listened_for_by_their_chinese_names(app, campaign):
    caller = HotlineCaller(app, 1)
    caller.dials()
    assert "波士顿" in caller.says("welcome", Digits="5") + caller.says("language_chosen", 2)
