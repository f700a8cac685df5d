"""The checklist of a campaign finds each thing that is not right, in a sentence, and keeps what was decided on."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from app.campaigns.in_force import prepared_words
from app.campaigns.state.points import Point, note_rehearsed, waive
from app.carrier_setup.looked import Looked, LookedNumber, keep_looked
from app.readiness.campaign.checklist import checklist, may_start
from app.readiness.campaign.words import gaps_in
from app.team.create import create_organizer
from app.telephony.account.facts import OurNumber
from app.telephony.number_setup import NumberSetup
from models import Campaign, Edition, KindOfTestCall, OfficeHolder, Organizer, TeamRole, TestCall, WhomToCall
from tests.conftest import ACCOUNT_SID
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, prepares_fields, publishes
from tests.world.workers import a_worker

NOW = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


@pytest.fixture
def checked(session, campaign, settings):
    """The checklist, with these fields published before."""

    def checked(fields=None, **what):
        if fields:
            publishes(session, campaign, fields)
        return checklist(session, prepared_words(session, campaign), settings.model_copy(update=what))

    return checked


@pytest.fixture
def open_at(checked):
    """What is open about one point."""
    return lambda point, fields=None, **what: " ".join(
        sentence for one in checked(fields, **what) if one.point is point for sentence in one.open
    )


def test_of_the_demos_campaign_only_the_rehearsal_and_what_the_state_house_lacks_are_open(checked):
    assert {one.point for one in checked() if one.open} == {Point.REHEARSED, Point.OFFICES}


@pytest.mark.parametrize("field", ["headline", "subject", "pitch"])
def test_a_text_that_is_missing_is_named(open_at, field):
    assert "is missing" in open_at(Point.WORDS, {("english", field): ""})


@pytest.mark.parametrize("field", ["script", "voicemail_script"])
def test_a_script_that_is_missing_is_named(open_at, field):
    assert "is missing" in open_at(Point.SCRIPT, {("english", field): ""})


def test_a_group_without_a_name_is_told(open_at):
    assert "The name of your group is missing." in open_at(Point.WORDS, {("group",): ""})


def test_a_gap_in_a_talking_point_is_told(open_at):
    told = open_at(Point.WORDS, {("english", "talking_points"): ("It helps.", "[A reason.]")})
    assert "The talking points still have “[A reason.]”" in told


def test_a_gap_that_nobody_fills_is_told(open_at):
    told = open_at(Point.SCRIPT, {("english", "script"): "I am [name]. [Say why.]"})
    assert "The script still has “[Say why.]”" in told
    assert "[name]" not in told
    assert "The headline still has “[bill]”" in open_at(Point.WORDS, {("english", "headline"): "Pass [bill]"})


@pytest.mark.parametrize(
    ("text", "blanks_may_be", "gaps"),
    [
        ("[name]", True, []),
        ("[name]", False, ["[name]"]),
        ("[]", True, []),
        ("[read it](https://example.org) [why]", False, ["[why]"]),
    ],
)
def test_a_blank_is_no_gap_where_it_is_filled(text, blanks_may_be, gaps):
    assert gaps_in(text, blanks_may_be=blanks_may_be) == gaps


@pytest.mark.parametrize("rule", [rule for rule in WhomToCall if rule.calls_list])
def test_a_list_without_anybody_is_told(open_at, rule):
    assert "The list of whom to call is empty" in open_at(Point.OFFICES, {("whom", "rule"): rule})


def test_of_many_vacant_seats_some_are_named(open_at, session):
    told = open_at(Point.OFFICES)
    assert "Nobody holds the seat of" in told


def test_a_list_of_people_who_can_be_called_is_all_right(open_at, session):
    duffy = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    assert open_at(Point.OFFICES, {("whom", "rule"): "listed", ("whom", "listed"): [duffy]}) == ""


def test_a_language_that_lacks_something_is_named(open_at):
    told = open_at(Point.LANGUAGES, {("translations", "es", "texts", "pitch"): "", ("translations", "pt"): None})
    assert "Spanish: 6 of 7 texts translated" in told
    assert "Portuguese: Nothing translated" in told


def test_an_english_that_changed_is_told(open_at):
    assert "Spanish: the English of 1 translated text has changed." in open_at(
        Point.LANGUAGES, {("english", "pitch"): "New"}
    )


def test_only_languages_that_are_offered_count(open_at):
    assert open_at(Point.LANGUAGES, {("translations", "es"): None, ("languages",): ["en", "pt"]}) == ""


def test_who_rehearsed_it_need_not_again(open_at, session, campaign):
    note_rehearsed(session, campaign, NOW)
    assert open_at(Point.REHEARSED) == ""


def test_what_is_prepared_must_be_published(open_at, session, campaign):
    prepares_fields(session, campaign, {("english", "headline"): "Call"})
    assert "not published" in open_at(Point.PUBLISHED)


def test_what_was_never_published_must_be(open_at, session):
    session.execute(update(Edition).where(Edition.version == 1).values(replaced_at=NOW))
    assert "Nothing is published yet" in open_at(Point.PUBLISHED)


OUTSIDE = {"twilio_api_base_url": "https://api.example.org", "public_base_url": "https://call.example.org"}


@pytest.fixture
def looked(session):
    """Keeps what was seen when the carrier was asked."""

    def looked(**what):
        setup = NumberSetup.hotline("https://call.example.org")
        number = LookedNumber.of(OurNumber("PN1", CAMPAIGN_NUMBER, "", has_voice=True, setup=setup))
        seen = {"account_sid": ACCOUNT_SID, "standing": "active", "numbers": (number,), "reached": True}
        keep_looked(session, Looked(**seen | what), NOW)

    return looked


@pytest.fixture
def organizer_id(session):
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.ORGANIZER)
    session.flush()
    return session.scalars(select(Organizer.id)).one()


def test_the_carrier_is_to_be_asked_and_a_phone_to_be_rung(open_at, session, campaign, organizer_id, looked):
    assert "Nobody has asked the carrier yet" in open_at(Point.CARRIER, **OUTSIDE)
    assert "No carrier is set up yet" in open_at(Point.CARRIER, **OUTSIDE, twilio_account_sid="")
    assert "No test call went well yet" in open_at(Point.TEST_CALL, **OUTSIDE)
    looked()
    a_worker(session)
    call = {
        "kind": KindOfTestCall.TEST,
        "caller_id": CAMPAIGN_NUMBER,
        "office_number": CAMPAIGN_NUMBER,
        "asked_at": NOW,
        "organizer_id": organizer_id,
    }
    session.add(TestCall(campaign_id=campaign, reached={"heard": "now"}, **call))
    assert {open_at(point, **OUTSIDE) for point in (Point.CARRIER, Point.NUMBER, Point.TEST_CALL)} == {""}


def test_without_a_worker_nobody_would_be_rung(open_at, looked):
    looked()
    assert open_at(Point.CARRIER, **OUTSIDE) == "No worker runs: nobody is rung. Start it: flask worker"


def test_what_the_carrier_told_stands_on_the_checklist(open_at, looked):
    looked(is_trial=True, numbers=())
    assert "The account is a trial" in open_at(Point.CARRIER, **OUTSIDE)
    assert "does not own (617) 555-0100" in open_at(Point.NUMBER, **OUTSIDE)


def test_a_campaign_without_a_number_is_told(open_at, session, campaign):
    session.get_one(Campaign, campaign).phone_number = ""
    assert "no telephone number of its own yet" in open_at(Point.NUMBER)


def test_a_campaign_starts_once_everything_open_was_decided_on(checked, session, campaign):
    assert not may_start(checked())
    for point in (Point.REHEARSED, Point.OFFICES):
        assert waive(session, campaign, point, is_waived=True)
    assert may_start(checked())
    assert waive(session, campaign, Point.OFFICES, is_waived=False)
    assert not may_start(checked())


@pytest.mark.parametrize("point", [Point.WORDS, Point.SCRIPT, Point.PUBLISHED])
def test_what_must_be_cannot_be_left_open(session, campaign, point):
    assert not waive(session, campaign, point, is_waived=True)


def test_to_decide_twice_changes_nothing(session, campaign):
    assert waive(session, campaign, Point.OFFICES, is_waived=True)
    assert not waive(session, campaign, Point.OFFICES, is_waived=True)
    assert session.scalars(select(Campaign.waived)).one() == ["offices"]


def test_a_campaign_of_own_phones_alone_is_asked_nothing_about_ringing(checked):
    points = [one.point for one in checked({("whom", "own_phones"): True})]
    assert points == [Point.WORDS, Point.SCRIPT, Point.OFFICES, Point.LANGUAGES, Point.PUBLISHED]
