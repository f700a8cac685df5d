"""Whole calls in the ways of each carrier: web and hotline, what callers hear, what the log knows in the end."""

from datetime import UTC, datetime, timedelta

import pytest

from app.calls.run.reconcile import Reconciling
from app.telephony.local_network import SIGNALWIRE, SOMLENG, TWILIO
from app.telephony.local_network.ways import TWILIO_WITH_SHARED_KEY
from models import CallStatus, LineOutcome, ReportedOutcome, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.jobs import reconciled
from tests.world.people.journey import journey


@pytest.fixture
def playing(settings, campaign):
    """One world after the other, each in the ways of a carrier."""

    def playing(ways):
        return journey(settings, ways=ways)

    return playing


@pytest.mark.parametrize(
    "ways", [TWILIO, TWILIO_WITH_SHARED_KEY, SIGNALWIRE, SOMLENG], ids=["twilio", "shared-key", "signalwire", "somleng"]
)
def test_a_call_from_the_page_and_one_to_the_hotline_go_well(playing, ways):
    with playing(ways) as world:
        world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
        world.office_phone.answers(after=6).talks_for(42)
        world.supporter_asks_to_be_called()
        world.somebody_dials_in("+14135550142", "1", "01040", "1", "1", "1")
        network, calls = world.everything.network, world.call_log.all()
        assert {(one.signed, one.status) for one in network.requests()} == {(True, 200)}
        assert not network.notices()
    for call in calls:
        assert (call.status, call.line_outcome) == (CallStatus.COMPLETED, LineOutcome.ANSWERED)
        assert (call.reported_outcome, call.talk_seconds) == (ReportedOutcome.CONTACT, 42)


@pytest.fixture
def somleng(settings, campaign):
    """A carrier that hears keys alone, has no star, and tells nothing of the office's leg."""
    with journey(settings.model_copy(update={"line_rest_minutes": 0}), ways=SOMLENG) as world:
        yield world


def asks_what_became(world):
    """The job that asks the carrier about calls of which something is missing."""
    own = world.everything.app.extensions["ringdown"]
    reconciled(world.call_log.session, datetime.now(UTC) + timedelta(minutes=50), Reconciling(own.carrier, own.vault))


def test_where_nobody_listens_and_no_star_leaves_nobody_is_told_so(somleng):
    somleng.office_phone.answers(after=6).talks_for(42)
    somleng.somebody_dials_in("+14135550142", "1", "02128", "1", "1", "1")
    said = somleng.program_says()
    assert "Enter your five-digit ZIP code." in said
    assert not [words for words in ("or say", "press star") if words in said]


def test_the_end_of_the_bridge_tells_what_became_of_it(somleng):
    for number, office_does in (("+14135550142", "is_busy"), ("+14135550143", "does_not_answer")):
        getattr(somleng.office_phone, office_does)()
        somleng.somebody_dials_in(number, "1", "01040", "1", "1")
    busy, not_answered = somleng.call_log.all()
    assert (busy.line_outcome, not_answered.line_outcome) == (LineOutcome.BUSY, LineOutcome.NO_ANSWER)
    assert "Nobody at the office picked up." in somleng.program_says()
    asks_what_became(somleng)
    assert [call.ring_seconds for call in somleng.call_log.all()] == [0, 30]


def test_what_nobody_tells_is_asked_for_when_a_supporter_hangs_up_in_the_midst(somleng):
    somleng.supporter_phone.answers(after=4).then_presses("1", "1").hangs_up_during("bridge")
    somleng.office_phone.answers(after=6).talks_for(60)
    somleng.supporter_asks_to_be_called()
    assert somleng.call_log.only().status is CallStatus.COMPLETED
    asks_what_became(somleng)
    call = somleng.call_log.only()
    assert (call.line_outcome, call.ring_seconds, all(leg.ended_at for leg in somleng.call_log.legs())) == (
        LineOutcome.ANSWERED,
        6,
        True,
    )


def test_several_offices_are_told_apart_by_the_ends_of_their_bridges(somleng, session):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    somleng.office_phone.answers(after=6).talks_for(42)
    call = somleng.somebody_dials_in("+14135550142", "1", "01040", "1", "1", "1", "1", "2")
    assert (call.talk_seconds, call.line_outcome) == (84, LineOutcome.ANSWERED)
    assert [report.outcome for report, _ in somleng.call_log.reports()] == ["contact", "voicemail"]
