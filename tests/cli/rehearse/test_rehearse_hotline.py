"""`flask rehearse --hotline`: by ZIP, by spoken town, by code, with any keys and any ending."""

import pytest
from sqlalchemy import select

from models import OfficeHolder, WhomToCall
from tests.world.campaign.campaigns import change_campaign

WAYS = [("--zip", "01040"), ("--say", "Holyoke"), ("--say", "oh one oh four oh"), ("--say", "1040"), ("--code", "4821")]


@pytest.mark.parametrize("place", WAYS)
def test_every_way_leads_to_the_office(rehearse, place):
    told = rehearse("--hotline", *place)
    assert told["representative"] == "Pat Duffy"
    assert (told["call"]["line_outcome"], told["call"]["reported_outcome"]) == ("answered", "contact")
    assert told["call"]["talk_seconds"] == 42


def test_a_code_is_told_to_join_the_page(rehearse):
    told = rehearse("--hotline", "--code", "4821", "--town", "Adams")
    assert told["representative"] == "John Barrett"
    assert any("Your page will follow this call now" in line.get("text", "") for line in told["transcript"])


def test_keys_are_pressed_one_a_question(rehearse):
    told = rehearse("--hotline", "--say", "Acton", "--keys", "0,2,1,1,1")
    assert (told["representative"], told["call"]["reported_outcome"]) == ("Dan Sena", "contact")


def test_without_keys_a_split_town_says_what_is_missing(app, campaign):
    result = app.test_cli_runner().invoke(args=["rehearse", "--hotline", "--say", "Acton"])
    assert result.exit_code == 1
    assert "Say with --keys" in result.output


def test_a_chain_is_rehearsed_by_phone_too(rehearse):
    told = rehearse("--hotline", "--say", "Adams", "--whom", "both", "--ending", "busy,no-answer,voicemail")
    assert [one["line_outcome"] for one in told["offices"][:3]] == ["busy", "no-answer", "answered"]
    assert told["call"]["reported_outcome"] == "voicemail"


def test_hanging_up_while_being_asked_leaves_nothing_open(rehearse):
    told = rehearse("--hotline", "--zip", "01040", "--ending", "hangup")
    assert (told["call"]["status"], told["offices"]) == ("completed", [])


@pytest.mark.parametrize("faults", ["repeat,reorder", "drop"])
def test_whatever_the_network_does_the_log_is_right(rehearse, faults):
    call = rehearse("--hotline", "--zip", "01040", "--faults", faults)["call"]
    assert (call["status"], call["line_outcome"], call["talk_seconds"]) == ("completed", "answered", 42)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--hotline"], "--zip, --say or --code"),
        (["--hotline", "--code", "12"], "four digits"),
        (["--zip", "01040", "--town", "Holyoke"], "belong to --hotline"),
        ([], "--town"),
        (["--hotline", "--zip", "01040", "--language", "fr"], "fr"),
    ],
)
def test_what_does_not_fit_together_is_told(app, campaign, arguments, words):
    result = app.test_cli_runner().invoke(args=["rehearse", *arguments])
    assert result.exit_code == 2
    assert words in result.output


def told_in_spanish(rehearse, *more):
    told = rehearse("--hotline", "--zip", "01040", "--language", "es", *more)["transcript"]
    return " ".join(line.get("text", "") for line in told)


def test_in_spanish_the_script_is_told_in_spanish_and_in_english_by_a_key(rehearse):
    told, by_key = told_in_spanish(rehearse), told_in_spanish(rehearse, "--keys", "1,2,1,1")
    assert "El tema: la Ley de Comunidades Seguras." in told
    assert "Hola, me llamo" in told
    assert "Hello, my name is" not in told
    assert by_key.index("Hola, me llamo") < by_key.index("Hello, my name is")


def test_a_list_is_rehearsed_without_a_place_to_agree_on(rehearse, session, campaign):
    holder = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[holder])
    told = rehearse("--hotline", "--say", "Holyoke")
    assert (told["representative"], told["call"]["reported_outcome"]) == ("Pat Duffy", "contact")
