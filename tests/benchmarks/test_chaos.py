"""Whatever is killed or cut off while people call, the log says in the end what happened."""

from dataclasses import replace

import pytest

from app.telephony.local_network.legs import Leg
from app.telephony.local_network.timing.clock import RealClock
from benchmarks.chaos.run import chaos
from benchmarks.chaos.truth import Logged, is_right
from models import CallStatus, LineOutcome
from tests.world.examples import LONG

SMALL = 60
WITHIN = 300  # seconds
TALKED = Logged(1, CallStatus.COMPLETED, True, LineOutcome.ANSWERED, 42, None, ("CA1",))


@pytest.mark.skipif(not LONG, reason="what was lost on the way is asked for by the clock: that takes minutes")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_the_midst_of_trouble_no_call_is_lost_or_wrong(seed):
    came = chaos(SMALL, seed)
    assert came.calls > SMALL / 2  # some are told that nobody is rung just now, until they give up
    assert (came.lost, came.wrong, came.rung_twice, came.left_open) == (0, 0, 0, 0)
    assert came.heard_application_error == 0
    assert came.right_after_worst_seconds <= WITHIN


@pytest.fixture
def ring():
    """A call on the network on which people talked."""

    def leg(parent=None):
        return Leg("CA1", "+16175550123", "+16175550100", "", RealClock(), lambda *_: None, parent)

    supporter = leg()
    office = leg(supporter)
    supporter.status, office.status, office.seconds = "completed", "completed", 42
    return supporter


def test_what_happened_is_right(ring):
    assert is_right(TALKED, ring)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"status": CallStatus.NO_ANSWER},
        {"is_over": False},
        {"line_outcome": LineOutcome.BUSY},
        {"line_outcome": None},
        {"talk_seconds": 44},
        {"talk_seconds": None},
    ],
)
def test_what_did_not_happen_is_wrong(ring, otherwise):
    assert not is_right(replace(TALKED, **otherwise), ring)
