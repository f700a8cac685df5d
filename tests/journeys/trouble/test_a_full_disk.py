"""The database's disk is full: calls under way end as they should, and the server says that it takes no new ones."""

import pytest
import requests

from models import CallStatus, LineOutcome
from tests.world.database.full import ONCE_THE_OFFICE_IS_CALLED
from tests.world.patience import PATIENCE


@pytest.fixture
def readyz(world):
    """What it says whether calls can be placed: the status, and its words."""

    def readyz():
        answer = requests.get(f"{world.everything.web_url}/readyz", timeout=PATIENCE)
        return answer.status_code, answer.text

    return readyz


def test_whoever_is_on_the_phone_talks_to_the_end_and_has_their_seconds(disk, world, supporter, office, readyz):
    supporter.then_presses("1")
    office.answers(after=6).talks_for(42)
    disk.gets_full(ONCE_THE_OFFICE_IS_CALLED)
    world.supporter_asks_to_be_called()
    call, (status, why) = world.call_log.only(), readyz()
    assert (call.status, call.line_outcome, call.talk_seconds) == (CallStatus.COMPLETED, LineOutcome.ANSWERED, 42)
    assert all(leg.ended_at for leg in world.call_log.legs())
    assert "something went wrong" not in world.program_says()
    assert (status, "The database's disk is full" in why) == (503, True)
