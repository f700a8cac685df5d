"""Every call as a graph of steps: where every answer leads, and that every way ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.every import every
from tests.world.examples import MANY
from tests.world.graph import KEYS, LINES, MORE, RINGS, SITUATIONS, STEPS, every_way, said, speaks, walk, ways_to
from tests.world.known import KNOWN, PAT, known
from voice_flows.click_to_call import FLOW, HOTLINE_FIRST
from voice_flows.flow import MOST_TURNS, PLACE
from voice_flows.names import Title, Titled
from voice_flows.outcomes import LineShowed, PlaceFound, WhyPassedOver
from voice_flows.parts.forgetting import FORGET_FIRST
from voice_flows.parts.peace import CONFIRM_FIRST
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Hears


@every("step", STEPS)
def test_every_answer_and_silence_lead_to_a_step_that_exists(step):
    assert {following for _, following in every_way(step)} <= set(FLOW.steps)


def test_every_step_is_reached_somehow():
    reached = edge = {FLOW.first, HOTLINE_FIRST, CONFIRM_FIRST, FORGET_FIRST}
    while edge:
        edge = {following for step in edge for _, following in every_way(step)} - reached
        reached = reached | edge
    assert reached == set(FLOW.steps)


@every("step", STEPS)
@every("what", SITUATIONS)
def test_every_step_asks_or_rings_the_office_or_goes_on_or_hangs_up(step, what):
    assert all(isinstance(speaks(step, line, **what)[-1], Ask | Bridge | Go | HangUp) for line in LINES)


@every("line", LINES)
@every("keys", [[], ["1"], ["1", "1"], ["1", "1", "1"], ["9", "9"], ["1", *"2" * 200], ["7"]])
def test_every_call_ends_by_hanging_up(keys, line):
    assert speaks(walk(keys, line)[-1], line)[-1] == HangUp()


ANYTHING = st.lists(st.sampled_from([*KEYS, "Holyoke", "01040", "4821"]), max_size=150)


@MANY
@given(keys=ANYTHING, line=st.sampled_from(LINES), lines=st.integers(1, 3), holders=st.integers(1, 5))
def test_whatever_is_answered_a_call_ends_and_reaches_no_office_without_a_one(keys, line, lines, holders):
    steps = walk(keys, line, lines, holders)
    assert len(steps) <= MOST_TURNS + 1
    assert sum(steps.count(ring) for ring in ("connect", "leave_message")) <= max(0, keys.count("1") - 1)
    assert "other_line" not in steps or "connect" in steps


@MANY
@given(keys=ANYTHING, line=st.sampled_from(LINES), what=st.sampled_from(SITUATIONS))
def test_whatever_is_answered_the_hotline_ends_and_reaches_no_office_without_a_one(keys, line, what):
    steps = walk(keys, line, first=HOTLINE_FIRST, **{"representative": PAT} | what)
    assert len(steps) <= MOST_TURNS + 1
    assert steps.count("connect") <= keys.count("1")


@every("step", STEPS)
@every("what", SITUATIONS)
def test_where_an_answer_rings_an_office_it_must_be_firm(step, what):
    for line in LINES:
        for question in speaks(step, line, **what):
            if isinstance(question, Ask) and question.hears is Hears.KEY_OR_WORD:
                assert question.firm or not {*RINGS} & {*question.keys.values()}


def test_only_key_one_connects():
    again = {("next_office", "1"), ("next_again", "1"), ("waits_turn", "1"), ("waits_turn", "")}
    every_key = {("waits_turn", key) for key in KEYS} - {("waits_turn", "*"), ("waits_turn", "0")}
    told = {(step, "1") for step in ("script", "script_in_english", "ready", "points")}
    assert ways_to("connect") == told | again | every_key


def test_only_key_one_leads_from_the_greeting_to_the_script():
    again = {(step, "2") for step in ("script", "script_in_english", "ready", "points", "next_office", "next_again")}
    greeted = {(step, "1") for step in ("greeting", "more_time", "greeting_again", "greeting_last")}
    went = greeted | {("agreed", ""), ("code_accepted", "")}
    assert ways_to("script") == went | again


def test_an_office_is_rung_only_when_asked_for_or_on_its_other_line():
    assert [step for step in STEPS if any(isinstance(verb, Bridge) for verb in speaks(step))] == RINGS
    failed = {("after_office", ""), ("mailbox_full", ""), ("nobody", ""), ("connect", ""), ("leave_message", "")}
    assert ways_to("other_line", line=LineShowed.BUSY, has_other=True) == failed


ASKED_TO_TRY_LATER = ("try_later", "try_later-9", "goodbye")


def test_a_busy_office_is_tried_on_its_other_line_before_the_next_office():
    assert walk(["1", "1", "1"], LineShowed.BUSY, lines=2, holders=2) == [
        *("greeting", "script", "connect", "after_office", "other_line", "after_office"),
        *("next_office", "connect", "after_office", "other_line", "after_office", *ASKED_TO_TRY_LATER),
    ]


def test_a_full_mailbox_is_tried_on_the_other_line_too():
    assert walk(["1", "1", "4", "1"], lines=2)[3:] == [
        "after_office",
        "mailbox_full",
        "other_line",
        "after_office",
        "talked",
    ]


def test_when_nobody_else_is_left_another_try_is_offered():
    assert walk(["1", "1", "1"], LineShowed.BUSY, booked="on Monday at 9")[-3:] == [
        "after_office",
        "try_later",
        "book_soon",
    ]
    assert "call you back on Monday at 9" in said(["book_soon"], booked="on Monday at 9")


def test_no_other_try_is_offered_to_whom_we_cannot_ring():
    assert "press 1" not in said(["try_later"], can_book=False)


def test_a_closed_office_offers_a_message_and_a_time():
    told = said(["closed"], opens="on Monday at 9")
    assert "It opens on Monday at 9" in told
    assert "press 1" in told
    assert "press 2" in told


def test_a_closed_office_offers_no_time_to_whom_we_cannot_ring():
    assert "2" not in FLOW.question("closed", known(can_book=False, opens="on Monday")).keys


def test_the_next_office_is_told_by_name_and_number():
    assert "Number 2 of 3" in said(["next_office"], nth=2, total=3)


def test_star_leaves_the_next_office_out():
    assert walk(["1", "1", "1", "*"], holders=2)[-2:] == ["next_office", "skip"]
    assert walk(["1", "1", "1", "*", "*"], holders=3)[-4:] == ["next_office", "skip", "next_office", "skip"]


def test_silence_at_the_next_office_is_asked_again_twice_and_then_goodbye():
    assert walk(["1", "1", "1"], holders=2)[-4:] == ["next_office", "next_again", "next_again-9", "goodbye"]


def test_the_first_office_is_announced_as_the_first_of_several():
    assert "first of 2 offices" in said(["script"], total=2)
    assert "first of" not in said(["script"])


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (WhyPassedOver.VACANT, "The seat of"),
        (WhyPassedOver.NO_NUMBER, "no phone number"),
        (WhyPassedOver.SUPPORTS_ALREADY, "supports"),
        (WhyPassedOver.HELD_BACK, "a break"),
        (WhyPassedOver.OTHER_TURN, "by turns"),
    ],
)
def test_an_office_that_is_passed_over_is_said_so_with_its_name(why, words):
    told = said(["script"], passed_over=Titled("Lee Roy", Title.REPRESENTATIVE), passed_over_why=why)
    assert words in told
    assert "Representative Lee Roy" in told


def test_those_who_support_it_are_thanked():
    assert "to say thank you" in said(["script"], thanks=True)


def test_whom_a_list_names_is_not_said_to_represent_their_town():
    assert "who represents Holyoke" not in said(["script"], is_theirs=False)


def test_the_group_is_named_in_the_first_words():
    assert said(["greeting"]).startswith("Hello. This is an automated call from Neighbors Together.")
    assert said(["welcome"]).startswith("Thank you for calling Neighbors Together.")


def test_that_nothing_is_recorded_is_said_before_the_office_is_rung():
    told = said(walk(["1", "1"]))
    assert told.index("not recorded") < told.index("Connecting you")


@pytest.mark.parametrize("step", ["greeting", "greeting_again"])
def test_nine_twice_leads_to_never_again(step):
    assert FLOW.after(step, 1, KNOWN, "9") == "never_again_sure"
    assert FLOW.after("never_again_sure", 2, KNOWN, "9") == "never_again"


def test_a_slip_of_the_finger_leads_back():
    assert walk(["9", "0", "1"])[:4] == ["greeting", "never_again_sure", "greeting", "script"]


def test_on_the_hotline_it_leads_back_to_the_first_question_since_nobody_is_known_yet_to_call():
    steps = walk(["9", "0", "1"], first=HOTLINE_FIRST)
    assert steps[:4] == ["welcome", "hotline_never_again", "welcome", "language_chosen"]
    assert {step for step, _ in ways_to("greeting")} == {"never_again_sure"}


def test_never_again_is_promised_and_names_no_way_back():
    assert "never call this number again" in said(["never_again"])
    assert "reach" not in said(["never_again"])


@pytest.mark.parametrize("key", ["4", "7", "*", "#", ""])
def test_a_wrong_key_is_asked_again_twice_and_then_the_call_ends(key):
    assert walk([key] * 3) == ["greeting", "greeting_again", "greeting_last", "no_key"]


@pytest.mark.parametrize("key", ["9", "*"])
def test_a_wrong_key_after_the_script_is_asked_again_once_too(key):
    assert walk(["1", key, key]) == ["greeting", "script", "ready", "no_key"]


@pytest.mark.parametrize("key", ["5", "9", "*"])
def test_a_wrong_answer_at_the_end_is_asked_again_once_too(key):
    assert walk(["1", "1", key, key])[-3:] == ["after_office", "survey_again", "goodbye"]


@pytest.mark.parametrize(
    ("key", "step"), [("1", "talked"), ("2", "left_message"), ("3", "nobody"), ("4", "mailbox_full")]
)
def test_the_question_at_the_end_has_four_answers(key, step):
    assert step in walk(["1", "1", key])


@pytest.mark.parametrize(
    ("line", "words"),
    [(LineShowed.BUSY, "busy"), (LineShowed.NO_ANSWER, "Nobody"), (LineShowed.FAILED, "couldn't reach")],
)
def test_an_office_that_was_not_reached_is_told_and_not_asked_about(line, words):
    told, last = speaks("after_office", line)
    assert (words in told.text, last) == (True, Go("try_later"))


def test_the_bridge_shows_the_campaigns_number_and_keeps_its_limits():
    assert speaks("connect")[-1] == Bridge(
        number="+16175550190", caller_id="+16175550100", ring_limit=30, talk_limit=900, then="after_office"
    )


@pytest.mark.parametrize("step", ["connect", "other_line"])
def test_how_to_leave_the_office_is_said_before_it_is_rung(step):
    assert "press star" in said([step])


def test_the_script_is_read_paragraph_by_paragraph():
    ask = speaks("script")[0]
    assert [say.text for say in ask.says][2:4] == [
        "Hello, my name is … your name, and I live in Holyoke.",
        "I am calling to ask Representative Pat Duffy for help.",
    ]


def test_the_talking_points_are_read_on_five_and_only_where_there_are_some():
    assert FLOW.after("script", 1, KNOWN, "5") == "points"
    assert "press 5" in said(["script"], points=("It is fair.",))
    assert "press 5" not in said(["script"])
    assert "It is fair." in said(["points"], points=("It is fair.",))


@every("step", STEPS)
def test_no_question_has_more_than_four_keys_but_where_people_choose_among_names(step):
    of_languages = {"welcome", "hotline_more_time", "over"}
    named = of_languages | {"located", "located_again", "picked", "place_picked", "senator_wanted"}
    question = FLOW.question(step, known(**MORE, points=("x",), found=PlaceFound.AGREE, opens="x"))
    assert question is None or step in named or len(set(question.keys) - {PLACE}) <= 4


def test_a_call_that_goes_on_for_too_long_says_goodbye():
    assert FLOW.after("script", MOST_TURNS, KNOWN, "2") == "goodbye"
