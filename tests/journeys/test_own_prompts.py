"""Whole calls that play what organizers recorded: the carrier fetches it, and the call goes on after it."""

import pytest

from models import CallStatus, LineOutcome, ReportedOutcome
from tests.world.campaign.prompts import a_recording, campaign_prompt, says_instead


@pytest.fixture
def recorded(session, campaign):
    """The greeting and the goodbye are recorded, each for two seconds."""
    for key in ("who_is_calling", "goodbye"):
        says_instead(session, campaign_prompt(session, campaign, key), "Recorded.", a_recording(session, 2.0).id)


def test_a_call_with_recorded_prompts_goes_through(recorded, world, supporter, office, call_log):
    supporter.then_presses("1")
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.line_outcome) == (CallStatus.COMPLETED, LineOutcome.ANSWERED)
    assert call.reported_outcome is ReportedOutcome.CONTACT
    fetched = [one for one in world.everything.network.requests() if one.path.startswith("/recordings/")]
    assert [(one.method, one.status) for one in fetched] == [("GET", 200), ("GET", 200)]
    assert world.program_says().count(".wav] To go on, press 1.") == 2  # greeted twice, by the recording
