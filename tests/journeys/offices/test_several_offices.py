"""Whole calls that reach for several offices: a second line, a senator, thanks, and what stands between."""

import pytest
from sqlalchemy import select

from app.campaigns.whom.held_back import hold_back
from app.telephony.local_network import Ender, Faults
from models import (
    LineOutcome,
    LinePace,
    OfficeHolder,
    PassedOver,
    ReportedOutcome,
    WhomToCall,
)
from tests.world.campaign.campaigns import change_campaign
from tests.world.examples import sized
from tests.world.people.journey import journey

CAPITOL, DISTRICT, SENATOR = "+16177222012", "+14137438300", "+16177221625"  # Barrett's two lines, and Mark's


@pytest.fixture
def campaign_calls(session, campaign):
    """Say whom the campaign calls."""

    def calls(rule, **columns):
        change_campaign(session, whom_to_call=rule, **columns)

    return calls


@pytest.fixture
def line(world):
    """The phone behind one line."""
    return world.everything.network.phone


@pytest.fixture
def chain(world, campaign_calls, line):
    """A call from Adams: Rep. Barrett's two lines, then Senator Mark."""
    campaign_calls(WhomToCall.BOTH)
    for number in (CAPITOL, DISTRICT, SENATOR):
        line(number).answers(after=6).talks_for(20)

    def chain(*keys):
        world.supporter_phone.answers(after=4).then_presses(*keys)
        world.supporter_asks_to_be_called(town="Adams")
        return world.call_log.only()

    return chain


def outcomes(world):
    """How the line of every office ended, in their order."""
    legs = {leg.called_office_id: leg.status for leg in world.call_log.legs()}
    return [legs.get(office.id) for office in world.call_log.only().offices]


def test_busy_then_the_district_office_then_the_senator(world, chain, line):
    line(CAPITOL).is_busy()
    line(DISTRICT).does_not_answer()
    call = chain("1", "1", "1", "1")
    assert outcomes(world)[:3] == ["busy", "no-answer", "completed"]
    assert (call.line_outcome, call.reported_outcome) == (LineOutcome.ANSWERED, ReportedOutcome.CONTACT)
    assert (call.talk_seconds, call.status) == (20, "completed")
    assert "Number 2 of 2: the office of Senator Paul Mark" in world.program_says()


def test_a_district_office_that_answers_spares_the_next_question(world, chain, line):
    line(CAPITOL).is_busy()
    chain("1", "1", "2", "1", "1")
    assert outcomes(world)[:3] == ["busy", "completed", "completed"]
    assert "We'll try the other line of Representative John Barrett now" in world.program_says()


def test_two_conversations_in_one_call_are_both_kept(world, chain):
    call = chain("1", "1", "2", "1", "1")
    reports = world.call_log.reports()
    assert [(one.outcome, office.nth) for one, office in reports] == [("voicemail", 1), ("contact", 2)]
    assert (call.talk_seconds, call.reported_outcome) == (40, ReportedOutcome.CONTACT)


def test_star_on_the_next_office_ends_the_call_without_ringing_it(world, chain):
    call = chain("1", "1", "1", "*")
    assert outcomes(world)[2] is None
    assert call.status == "completed"


def test_silence_about_the_next_office_never_rings_it(world, chain):
    chain("1", "1", "1")
    assert outcomes(world)[2] is None


def test_star_leaves_an_office_where_nobody_answered_and_its_other_line_is_tried(world, chain, line):
    line(CAPITOL).talks_for(5, ended_by=Ender.STAR)
    chain("1", "1", "3", "1", "1", "1")
    assert outcomes(world) == ["completed", "completed", "completed", None]


def test_a_full_mailbox_leads_to_the_district_office_and_rests_its_line(world, chain, line):
    line(CAPITOL).is_voicemail(after=4, message_seconds=8)
    call = chain("1", "1", "4", "2", "1", "1")
    assert outcomes(world) == ["completed", "completed", "completed", None]
    reports = world.call_log.reports()
    assert [one.outcome for one, _ in reports] == ["mailbox-full", "voicemail", "contact"]
    rests = world.call_log.session.scalars(select(LinePace.e164).where(LinePace.rests_until.is_not(None)))
    assert (rests.all(), call.status) == ([CAPITOL], "completed")


@pytest.mark.parametrize(("verb", "nth"), [("gather", 3), ("gather", 4), ("dial", 2), ("bridge", 2), ("gather", 5)])
def test_hanging_up_anywhere_leaves_no_leg_open(world, chain, verb, nth):
    world.supporter_phone.hangs_up_during(verb, nth=nth)
    assert chain("1", "1", "1", "1", "1").status == "completed"
    assert all(leg.ended_at for leg in world.call_log.legs())


@pytest.mark.parametrize("seed", range(sized(1, 5)))
def test_repeated_and_reordered_reports_change_nothing(settings, campaign_calls, seed):
    campaign_calls(WhomToCall.BOTH)
    with journey(settings, Faults(repeat=True, reorder=True, repeat_turns=True, seed=seed)) as world:
        world.everything.network.phone(CAPITOL).is_busy()
        world.everything.network.phone(DISTRICT).answers(after=6).talks_for(15)
        world.everything.network.phone(SENATOR).answers(after=6).talks_for(42)
        world.supporter_phone.answers(after=4).then_presses("1", "1", "2", "1", "1")
        world.supporter_asks_to_be_called(town="Adams")
        call = world.call_log.only()
        assert outcomes(world)[:3] == ["busy", "completed", "completed"]
    assert (call.status, call.talk_seconds, call.reported_outcome) == ("completed", 57, "contact")


def test_a_vacant_seat_is_said_and_the_senator_rung(world, office, campaign):
    office.answers().talks_for(10)
    world.supporter_phone.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="Leverett", instead="senator")
    call = world.call_log.only()
    assert [office.passed_over for office in call.offices][:2] == [PassedOver.VACANT, None]
    assert call.talk_seconds == 10
    assert "The seat of the First Franklin district is vacant" in world.program_says()


def test_a_member_without_a_number_is_said_and_the_senator_rung(world, office, campaign):
    office.answers().talks_for(10)
    world.supporter_phone.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="Taunton", district="25012", instead="senator")
    call = world.call_log.only()
    assert call.offices[0].passed_over is PassedOver.NO_NUMBER
    assert "no phone number for Representative Lisa Field" in world.program_says()
    assert call.talk_seconds == 10


def test_those_who_support_it_hear_thanks(world, office, campaign, session, campaign_calls):
    duffy = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    thanks = "Thank you, [Representative], for standing with us."
    campaign_calls(WhomToCall.REPRESENTATIVE, with_us=[duffy], thanks_script=thanks)
    office.answers().talks_for(10)
    world.supporter_phone.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called()
    assert "Thank you, Representative Pat Duffy, for standing with us." in world.program_says()


def test_an_office_that_is_held_back_is_said_and_the_next_one_rung(world, office, campaign_calls, session, campaign):
    campaign_calls(WhomToCall.BOTH)
    hold_back(session, campaign, session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one())
    session.commit()
    office.answers().talks_for(10)
    world.supporter_phone.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="Holyoke")
    assert world.call_log.only().offices[0].passed_over is PassedOver.HELD_BACK
    assert "This campaign is giving Representative Pat Duffy a break" in world.program_says()
