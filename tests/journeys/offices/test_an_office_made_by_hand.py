"""Whole calls to an office that is no legislator's: after one's own representative, and alone, by page and hotline."""

from html import unescape

import pytest
import requests

from app.campaigns.texts import PHONE_READS
from app.representatives.made.making import make_office
from models import LineOutcome, ReportedOutcome, WhomToCall
from tests.world.campaign.campaigns import WHO, change_campaign
from tests.world.database.own_roster import restore_offices
from tests.world.offices import GOVERNOR, LINE, TITLES, governor, made_seats
from tests.world.people.journey import journey

CALLER = "+14135550142"
ASKS = {"script": "I am [name] from [City/Town]. I ask [Representative] to sign it."}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture
def world(settings, campaign):
    with journey(settings) as world:
        yield world
    restore_offices(settings.database_url)


@pytest.fixture
def campaign_calls(world, session):
    """Make the Governor's office, and let the campaign call it by this rule; both phones answer."""

    def campaign_calls(rule, **facts):
        geoid = make_office(session, governor(**facts), by=WHO["by"], now=WHO["now"])
        change_campaign(session, whom_to_call=rule, listed=[made_seats(session)[geoid].holder.id], **ASKS)
        world.office_phone.answers(after=6).talks_for(42)

    return campaign_calls


def reached(call):
    """Whom the call reached for, and on which number."""
    return [(office.office_holder.name, office.office_line.e164) for office in call.offices]


def test_their_own_representative_and_then_the_governor(world, campaign_calls):
    campaign_calls(WhomToCall.OWN_THEN_LISTED)
    world.supporter_phone.answers(after=4).then_presses("1", "1", "1", "1", "1")
    page = world.supporter_asks_to_be_called()
    call = world.call_log.only()
    assert [name for name, _ in reached(call)] == ["Pat Duffy", GOVERNOR]
    assert (call.talk_seconds, call.line_outcome) == (84, LineOutcome.ANSWERED)
    assert [outcome.outcome for outcome, _ in world.call_log.reports()] == [ReportedOutcome.CONTACT] * 2
    assert f"Number 2 of 2: the office of Governor {GOVERNOR}." in world.program_says()
    assert f"Ask for Governor {GOVERNOR}." in world.program_says()
    assert f"Representative {GOVERNOR}" not in world.program_says()
    told = unescape(requests.get(page.url, timeout=10).text)
    assert f"Governor {GOVERNOR}" in told
    assert f"Representative {GOVERNOR}" not in told


def test_the_governor_alone_without_a_town(world, campaign_calls):
    campaign_calls(WhomToCall.LISTED)
    world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="")
    call = world.call_log.only()
    assert (reached(call), call.town, call.talk_seconds) == ([(GOVERNOR, LINE)], "", 42)
    assert f"I am … your name from … your town. I ask Governor {GOVERNOR} to sign it." in world.program_says()
    assert "Representative" not in world.program_says()


@pytest.mark.parametrize(("key", "language"), [("2", "es"), ("5", "zh")])
def test_on_the_hotline_in_the_language_of_the_caller(world, campaign_calls, key, language):
    campaign_calls(WhomToCall.LISTED)
    call = world.somebody_dials_in(CALLER, key, "1", "1", "1")
    assert (reached(call), call.language, call.talk_seconds) == ([(GOVERNOR, LINE)], language, 42)
    assert f"{TITLES[PHONE_READS.get(language, language)]} {GOVERNOR}" in world.program_says()
    assert "Representative" not in world.program_says()


@pytest.mark.parametrize("said", ["", "yes please"])
def test_whoever_says_nothing_or_anything_goes_on_to_the_script(world, campaign_calls, said):
    campaign_calls(WhomToCall.LISTED)
    assert world.somebody_dials_in(CALLER, "1", said, "1", "1").talk_seconds == 42
    assert "If you have a code" in world.program_says()


def test_after_their_own_representative_on_the_hotline(world, campaign_calls):
    campaign_calls(WhomToCall.OWN_THEN_LISTED)
    call = world.somebody_dials_in(CALLER, "1", "01040", "1", "1", "1", "1", "1")
    assert [name for name, _ in reached(call)] == ["Pat Duffy", GOVERNOR]
    assert call.talk_seconds == 84


def test_a_page_without_a_town_is_joined_by_its_code(world, campaign_calls):
    campaign_calls(WhomToCall.LISTED)
    page = world.supporter_sends(dial="1", town="", phone="", consent="")
    code = page.text.partition('class="big-number">')[2][:7].replace(" ", "")
    world.everything.network.phone(CALLER).then_presses("1", f"{code}#", "1", "1")
    call = world.somebody_dials(CALLER)
    assert (reached(call), call.talk_seconds) == ([(GOVERNOR, LINE)], 42)
    assert "Your page will follow this call now." in world.program_says()


def test_a_wrong_code_is_told_and_leads_on(world, campaign_calls):
    campaign_calls(WhomToCall.LISTED)
    world.everything.network.phone(CALLER).then_presses("1", "4821#", "1", "1", "1")
    assert world.somebody_dials(CALLER).talk_seconds == 42
    assert "We don't recognize that code." in world.program_says()


def test_whoever_is_held_back_is_told_on_the_hotline(world, campaign_calls, session):
    campaign_calls(WhomToCall.LISTED)
    (seat,) = made_seats(session).values()
    change_campaign(session, held_back=[seat.holder.id])
    call = world.somebody_dials_in(CALLER, "1", "1")
    assert (call.offices, call.status) == ([], "completed")
    assert f"This campaign is giving Governor {GOVERNOR} a break" in world.program_says()


def test_hostile_words_are_said_as_they_are(world, campaign_calls):
    name = '</Say><Dial>+19005551234</Dial>{town} [name] %(name)s & "so"'
    campaign_calls(WhomToCall.LISTED, name=name, titles={})
    world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
    world.supporter_asks_to_be_called(town="")
    assert world.call_log.only().talk_seconds == 42
    assert f"I ask {name} to sign it." in world.program_says()
