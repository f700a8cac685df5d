"""`flask rehearse`: every ending, whatever the network does."""

from itertools import product

import pytest
from sqlalchemy import func, select

from models import Call, RateLimit
from tests.world.examples import sized

#                       status      line        reported       rang  talked
ENDINGS = {
    "answered": ("completed", "answered", "contact", 6, 42),
    "street-address": ("completed", "answered", "contact", 6, 42),
    "voicemail": ("completed", "answered", "voicemail", 20, 25),
    "mailbox-full": ("completed", "answered", "mailbox-full", 20, 8),
    "busy": ("completed", "busy", None, 0, 0),
    "no-answer": ("completed", "no-answer", None, 30, 0),
    "failed": ("completed", "failed", None, 0, 0),
    "supporter-no-answer": ("no-answer", None, None, 25, 0),
    "supporter-voicemail": ("completed", None, None, 20, 0),
    "screened": ("completed", None, None, 0, 0),
    "declined": ("busy", None, None, 4, 0),
    "hangup": ("completed", None, None, 4, 0),
}


TOLD_WRONGLY = ["repeat,reorder", "drop"]
HARDEST = ["answered", "busy", "supporter-no-answer"]  # every other one under `make test-long`
CASES = [*((ending, "") for ending in ENDINGS), *product(sized(HARDEST, list(ENDINGS)), TOLD_WRONGLY)]


@pytest.mark.parametrize(("ending", "faults"), CASES)
def test_every_ending_is_told_right(rehearse, ending, faults):
    call = rehearse("--town", "Holyoke", "--ending", ending, "--faults", faults)["call"]
    status, line, reported, rang, talked = ENDINGS[ending]
    assert (call["status"], call["line_outcome"], call["reported_outcome"]) == (status, line, reported)
    assert call["ring_seconds"] == pytest.approx(rang, abs=1)
    assert call["talk_seconds"] == pytest.approx(talked, abs=1)
    assert call["total_seconds"] >= call["ring_seconds"] + call["talk_seconds"]


def test_the_object_has_transcript_and_requests(rehearse):
    told = rehearse("--town", "Holyoke")
    assert set(told) == {"representative", "transcript", "requests", "call", "offices"}
    assert told["representative"] == "Pat Duffy"
    assert {"who": "supporter", "keys": "1"} in told["transcript"]
    assert {(one["method"], one["signed"], one["status"]) for one in told["requests"]} == {("POST", True, 200)}


def test_people_read_a_dialogue(run, campaign):
    told = run("rehearse", "--town", "Holyoke").output
    assert "Supporter  presses 1" in told
    assert "Reported outcome  contact" in told


def test_a_split_town_lists_its_representatives(app, campaign):
    result = app.test_cli_runner().invoke(args=["rehearse", "--town", "Acton"])
    assert result.exit_code == 1
    assert "Choose one with --representative" in result.output


def test_the_representative_of_a_split_town_is_chosen_by_name(rehearse):
    assert rehearse("--town", "Acton", "--representative", "Simon Cataldo")["representative"] == "Simon Cataldo"


@pytest.mark.parametrize(("town", "words"), [("Leverett", "vacant"), ("Nashua", "New Hampshire"), ("Worchester", "")])
def test_where_nobody_can_be_called_it_says_why(app, campaign, town, words):
    result = app.test_cli_runner().invoke(args=["rehearse", "--town", town])
    assert result.exit_code == 1
    assert words in result.output


def outcomes(told):
    """Whom the call reached for, in turn, and how each line ended."""
    return [(one["representative"], one["line"], one["line_outcome"] or one["passed_over"]) for one in told["offices"]]


def test_a_chain_of_lines_is_rehearsed_one_ending_each(rehearse):
    told = rehearse("--town", "Adams", "--whom", "both", "--ending", "busy,no-answer,answered")
    assert outcomes(told) == [
        ("John Barrett", "capitol", "busy"),
        ("John Barrett", "district", "no-answer"),
        ("Paul Mark", "capitol", "answered"),
        ("Paul Mark", "district", None),
    ]
    assert (told["call"]["line_outcome"], told["call"]["reported_outcome"]) == ("answered", "contact")


def test_a_full_mailbox_leads_to_the_other_line(rehearse):
    told = rehearse("--town", "Adams", "--ending", "mailbox-full,answered")
    assert [one["reported_outcome"] for one in told["offices"]] == ["mailbox-full", "contact"]


def test_a_call_goes_on_after_a_conversation(rehearse):
    told = rehearse("--town", "Holyoke", "--whom", "representative,senator", "--ending", "voicemail,answered")
    assert [one["reported_outcome"] for one in told["offices"]] == ["voicemail", "contact"]


def test_a_vacant_seat_is_passed_over(rehearse):
    told = rehearse("--town", "Leverett", "--whom", "both")
    assert outcomes(told)[:2] == [(None, None, "vacant"), ("Jo Comerford", "capitol", "answered")]
    assert told["representative"] == "Jo Comerford"


def test_the_senator_of_a_town_with_several_is_chosen_by_name(rehearse):
    told = rehearse("--town", "Worcester", "--whom", "senator", "--representative", "Robyn Kennedy")
    assert told["representative"] == "Robyn Kennedy"


@pytest.mark.parametrize(("option", "words"), [("--ending", "unknown ending"), ("--whom", "unknown office holder")])
def test_an_unknown_word_is_named(app, campaign, option, words):
    result = app.test_cli_runner().invoke(args=["rehearse", "--town", "Holyoke", option, "gremlins"])
    assert result.exit_code == 2
    assert words in result.output


def test_an_unknown_fault_is_named(app, campaign):
    result = app.test_cli_runner().invoke(args=["rehearse", "--town", "Holyoke", "--faults", "gremlins"])
    assert "unknown fault 'gremlins'" in result.output


def test_rehearsals_are_marked_and_do_not_count_against_anybody(rehearse, session):
    for _ in range(4):
        rehearse("--town", "Holyoke", "--ending", "declined")
    session.rollback()
    assert session.scalar(select(func.count()).where(Call.rehearsal)) == 4
    assert not session.scalars(select(RateLimit)).all()
