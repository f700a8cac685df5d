"""Whole calls to the hotline: in every language, by ZIP, by spoken town, without caller ID, and back again."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from app.campaigns.texts import PHONE_READS
from app.demo_campaign import SCRIPT, TRANSLATED
from app.telephony.local_network import Faults
from models import (
    Call,
    CallSource,
    CallStatus,
    Campaign,
    CampaignState,
    LineOutcome,
    RateLimit,
    ReportedOutcome,
    WhomToCall,
)
from tests.world.campaign.campaigns import change_campaign
from tests.world.known import PAT, known
from voice_flows.names import Label
from voice_flows.parts.hotline import LANGUAGE_KEYS
from voice_flows.script import fill_text, paragraphs
from voice_flows.speak import say
from voice_flows.values import as_said, spoken_in

ENGLISH = "1"
HEARD = [
    *("not_recorded", "where", "agree", "agree_keys"),
    *("whom", "script_follows", "script", "script_ends", "ready", "ready_points"),
    *("connecting", "how_did_it_go", "thanks_contact", "goodbye"),
]
HEARD_OWN = [  # where the script is told in the caller's language, and the English one by a key
    *("not_recorded", "where", "agree", "agree_keys"),
    *("whom", "script_follows_own", "script", "ready_now", "script_in_english", "ready_points_own"),
    *("connecting", "how_did_it_go", "thanks_contact", "goodbye"),
]


def test_by_zip_code(world, dials_in, office):
    call = dials_in(ENGLISH, "01040", "1", "1", "1")
    assert (call.source, call.status, call.line_outcome) == (CallSource.HOTLINE, "completed", LineOutcome.ANSWERED)
    assert (call.reported_outcome, call.talk_seconds, call.town) == (ReportedOutcome.CONTACT, 42, "Holyoke")
    assert call.offices[0].office_holder.name == "Pat Duffy"
    assert "You'll be calling the office of Representative Pat Duffy" in world.program_says()


def test_by_a_spoken_town(dials_in, office):
    call = dials_in(ENGLISH, "Holyoke", "yes", "1", "1")
    assert (call.town, call.offices[0].how_found, call.talk_seconds) == ("Holyoke", "town", 42)


def test_without_a_keypad(dials_in, office):
    """A rotary phone, or a relay: nothing but words."""
    assert dials_in("one", "Holyoke", "yes", "", "connect", "one").reported_outcome is ReportedOutcome.CONTACT


@pytest.fixture
def prompts_heard(world):
    """The words that the program said since the language was chosen, whether they were spoken or played."""

    def prompts_heard():
        lines = [line for line in world.everything.network.transcript() if line.text or line.keys]
        chosen = next(at for at, line in enumerate(lines) if line.who == "supporter")
        return words_of(line.text for line in lines[chosen:] if line.who == "program" and line.text)

    return prompts_heard


def words_of(texts):
    return re.findall(r"\w+", " ".join(texts))


def in_words_of(language, place):
    """The sentences of a whole call from Holyoke, which was given as this place."""
    it = known(language=language, group="Massachusetts Neighbors Together", place=place)
    if language == "en":
        return _heard(it, HEARD, SCRIPT)
    texts = TRANSLATED[PHONE_READS.get(language, language)]
    return _heard(replace(it, campaign=replace(it.campaign, subject=texts["subject"])), HEARD_OWN, texts["script"])


def _heard(it, keys, script):
    """These prompts, and this script in its place; where nobody listens, the prompts by keys."""
    keyed = {} if it.is_heard else {"where": "where_keyed"}
    told = [[say(keyed.get(key, key), it).text] if key != "script" else filled_in(it, script) for key in keys]
    return [text for texts in told for text in texts]


def filled_in(it, script):
    """The script as it is told in the caller's language, a paragraph each."""
    name, representative = say("your_name", it).text, spoken_in(it.language, PAT)
    own = fill_text(as_said(script, it.language), name=name, town="Holyoke", representative=representative)
    return [" ".join(paragraph.split()) for paragraph in paragraphs(own)]


@pytest.mark.parametrize(("key", "language"), LANGUAGE_KEYS.items())
def test_every_prompt_is_in_the_language_that_was_chosen(dials_in, office, prompts_heard, key, language):
    call = dials_in(key, "01040", "1", "1", "1")
    assert (call.language, call.talk_seconds, call.reported_outcome) == (language, 42, ReportedOutcome.CONTACT)
    assert prompts_heard() == words_of(in_words_of(language, place=Label(zip_code="01040")))


@pytest.mark.parametrize(
    ("language", "answers"),
    [
        ("en", ("English", "Holyoke", "yes", "1", "one")),
        ("es", ("español", "Holyoke", "sí", "1", "uno")),
        ("pt", ("três", "Holyoke", "sim", "1", "falei com alguém")),
        ("zh", ("中文", "Holyoke", "对的", "1", "一")),
        ("yue", ("廣東話", "Holyoke", "啱", "1", "一")),
    ],
)
def test_everything_is_said_in_the_language_of_the_caller(dials_in, office, prompts_heard, language, answers):
    call = dials_in(*answers)
    assert (call.language, call.talk_seconds, call.reported_outcome) == (language, 42, ReportedOutcome.CONTACT)
    assert prompts_heard() == words_of(in_words_of(language, place=Label("Holyoke")))


def test_the_english_script_is_read_by_a_key(world, dials_in, office):
    assert dials_in("2", "01040", "1", "2", "1", "1").talk_seconds == 42
    english = filled_in(known(group="Massachusetts Neighbors Together", place=Label(zip_code="01040")), SCRIPT)
    assert english[-1] in world.program_says()
    assert dials_in("2", "01040", "1", "1", "1", number="+14135550143").talk_seconds == 42
    assert world.program_says().count(english[-1]) == 1


def test_whoever_says_nothing_goes_on_in_english(world, dials_in, office):
    assert dials_in("", "01040", "1", "1", "1").talk_seconds == 42


@pytest.mark.parametrize("number", ["anonymous", "+266696687", "+15555550100", "unknown"])
def test_without_a_caller_id_that_we_know(dials_in, office, number, session):
    call = dials_in(ENGLISH, "01040", "1", "1", "1", number=number)
    assert (call.talk_seconds, call.phone_encrypted) == (42, None)


def test_the_number_of_whoever_dials_in_is_not_kept(dials_in, office):
    call = dials_in(ENGLISH, "01040", "1", "1", "1")
    assert (call.phone_encrypted, call.phone_hash) == (None, None)


def test_a_split_town_is_a_menu_by_name(world, dials_in, office):
    call = dials_in(ENGLISH, "Acton", "0", "2", "1", "1", "1")
    assert "For Representative Simon Cataldo, press 1." in world.program_says()
    assert (call.offices[0].office_holder.name, call.offices[0].how_found) == ("Dan Sena", "chosen")


def test_in_a_split_town_the_street_decides(world, dials_in, office):
    call = dials_in(ENGLISH, "Acton", "6246#", "1", "400#", "1", "1", "1")  # M A I N, and its house number
    assert "For Main Street, press 1." in world.program_says()
    assert (call.town, call.offices[0].office_holder.name) == ("Acton", "Simon Cataldo")
    assert (call.offices[0].how_found, call.talk_seconds) == ("street", 42)


def test_in_chinese_a_town_is_said_by_its_chinese_name_and_a_street_by_its_english_one(world, dials_in, office):
    call = dials_in("5", "我住在阿克顿", "Adams Street", "1", "1", "1", "1")
    assert (call.town, call.offices[0].how_found, call.talk_seconds) == ("Acton", "street", 42)


def test_a_zip_code_does_as_well_as_a_street(world, dials_in, office):
    call = dials_in(ENGLISH, "Boston", "02128", "1", "1", "1")
    assert "so it depends on your street" in world.program_says()
    assert (call.town, call.offices[0].how_found) == ("Boston", "zip")


def test_who_would_rather_not_say_the_street_is_asked_for_the_zip_code(world, dials_in, office):
    call = dials_in(ENGLISH, "Boston", "0", "02128", "1", "1", "1")
    assert "has many representatives" in world.program_says()
    assert (call.town, call.offices[0].how_found) == ("Boston", "zip")


def test_a_misspelling_is_asked_and_never_dialed(world, dials_in, office):
    call = dials_in(ENGLISH, "Worchester", "1", "2", "1", "1", "1")
    assert "We're not sure which place you mean. For Worcester, press 1." in world.program_says()
    assert call.town == "Worcester"


def test_going_back_is_zero(dials_in, office):
    assert dials_in(ENGLISH, "01040", "0", "01905", "1", "1", "1").town == "Lynn"


@pytest.mark.parametrize("wrong", [("",) * 3, ("asdf qwerty", "", ""), ("Nashua", "Nashua", "00000")])
def test_three_tries_and_then_a_number_that_helps(world, dials_in, wrong):
    call = dials_in(ENGLISH, *wrong)
    assert "The State House switchboard" in world.program_says()
    assert (call.status, call.offices) == ("completed", [])


def test_the_third_try_is_by_keys(world, dials_in, office):
    assert dials_in(ENGLISH, "asdf", "qwerty", "01040", "1", "1", "1").town == "Holyoke"
    assert "Enter your five-digit ZIP code. If you have a code" in world.program_says()


def test_a_zip_code_that_is_heard_badly_ends_at_the_right_office(world, dials_in, office):
    world.everything.network.suffer(Faults(mishears=1.0, seed=9))  # "Owe um 1 zero four owe"
    call = dials_in(ENGLISH, "oh one oh four oh", "1", "1", "1")
    assert (call.town, call.offices[0].office_holder.name) == ("Holyoke", "Pat Duffy")


def test_another_state_is_told_and_asked_again(world, dials_in, office):
    call = dials_in(ENGLISH, "Nashua", "01040", "1", "1", "1")
    assert "outside Massachusetts" in world.program_says()
    assert call.town == "Holyoke"


def test_a_vacant_seat_offers_the_senator(world, dials_in, office):
    call = dials_in(ENGLISH, "Leverett", "1", "1", "1", "1")
    assert "The seat of the First Franklin district is vacant" in world.program_says()
    assert call.offices[-1].office_holder.name == "Jo Comerford"


def test_both_are_called_in_turn(world, dials_in, office, session):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    call = dials_in(ENGLISH, "01040", "1", "1", "1", "1", "1")
    assert (call.talk_seconds, "Number 2 of 2" in world.program_says()) == (84, True)


@pytest.mark.parametrize(
    ("state", "words"), [(CampaignState.PAUSED, "taking a break"), (CampaignState.ARCHIVED, "has ended")]
)
def test_a_campaign_that_is_not_live_says_so_and_ends(world, dials_in, session, state, words):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    assert dials_in(ENGLISH, "01040").status == "completed"
    assert words in world.program_says()
    assert len(world.call_log.legs()) == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [(CampaignState.PAUSED, "It continues on Tuesday"), (CampaignState.SCHEDULED, "begins on Tuesday")],
)
def test_a_campaign_that_rings_again_says_when(world, dials_in, session, state, words):
    session.execute(update(Campaign).values(state=state, back_at=datetime(2099, 1, 27, 15, tzinfo=UTC)))
    session.commit()
    dials_in(ENGLISH)
    assert f"{words}, January 27, at 10:00" in world.program_says()


def test_a_campaign_that_has_ended_says_what_came_of_it(world, dials_in, session):
    change_campaign(session, afterwards="The House passed it.", state=CampaignState.ARCHIVED)
    dials_in("")
    assert "The House passed it." in world.program_says()


def test_what_came_of_it_is_told_in_the_language_that_is_chosen(world, dials_in, session):
    spanish = {"translations": {"es": {"texts": {"afterwards": "La Cámara la aprobó."}}}}
    change_campaign(session, afterwards="The House passed it.", state=CampaignState.ARCHIVED, **spanish)
    assert dials_in("2").status == "completed"
    assert "La Cámara la aprobó." in world.program_says()
    assert "Esta campaña" in world.program_says()


def test_whoever_calls_all_the_time_is_told_to_wait(world, dials_in, session):
    for _ in range(7):
        dials_in("")
    assert "called very often" in world.program_says()
    assert len(session.scalars(select(RateLimit)).all()) == 1


@pytest.mark.parametrize(
    ("verb", "nth"),
    [("gather", 1), ("gather", 2), ("gather", 3), ("gather", 4), ("dial", 1), ("bridge", 1), ("gather", 5)],
)
def test_hanging_up_at_any_step_leaves_no_leg_open_and_holds_no_line(world, dials_in, office, session, verb, nth):
    world.everything.network.phone("+14135550142").hangs_up_during(verb, nth=nth)
    assert dials_in(ENGLISH, "01040", "1", "1", "1").status == "completed"
    assert all(leg.ended_at for leg in world.call_log.legs())
    assert not session.scalars(select(Call.id).where(Call.holds_line.is_not(None))).all()


def test_nobody_is_told_whom_their_number_called_before(world, dials_in, office, session):
    """Whoever calls under a number that is somebody else's would learn it."""
    dials_in(ENGLISH, "01040", "1", "1", "1")
    before = world.program_says()
    dials_in(ENGLISH)
    assert "Pat Duffy" in before
    assert "Pat Duffy" not in world.program_says().removeprefix(before)


def test_every_request_was_signed_and_answered(world, dials_in, office):
    dials_in(ENGLISH, "01040", "1", "1", "1")
    assert {(one.signed, one.status) for one in world.everything.network.requests()} == {(True, 200)}
    assert not world.everything.network.notices()


def test_a_call_under_way_is_seen_by_nobody_as_rung(world, dials_in, office):
    assert dials_in(ENGLISH, "01040", "1", "1", "1").status is CallStatus.COMPLETED
