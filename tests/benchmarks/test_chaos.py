"""Whatever is killed or cut off while people call, the log says in the end what happened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.calls.run.reconcile import Reconciling
from app.telephony.local_network import Faults, Phone
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.timing.clock import RealClock
from benchmarks.chaos.judged import by_sid
from benchmarks.chaos.run import chaos
from benchmarks.chaos.truth import Logged, is_right, logged, rings
from models import CallStatus, LineOutcome
from tests.world.examples import LONG
from tests.world.jobs import reconciled
from tests.world.people.journey import journey

SMALL = 60
WITHIN = 300  # seconds
LATER = timedelta(minutes=50)
TALKED = Logged(1, CallStatus.COMPLETED, True, LineOutcome.ANSWERED, 42, None, ("CA1",))


@pytest.mark.skipif(not LONG, reason="what was lost on the way is asked for by the clock: that takes minutes")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_the_midst_of_trouble_no_call_is_lost_or_wrong(seed):
    came = chaos(SMALL, seed)
    assert came.calls > SMALL / 2  # some are told that nobody is rung just now, until they give up
    assert (came.lost, came.wrong, came.rung_twice, came.left_open) == (0, 0, 0, 0)
    assert came.heard_application_error == 0
    assert came.right_after_worst_seconds <= WITHIN


def presses(phone):
    phone.answers(after=2).then_presses("1", "1", "1")


def hangs_up(phone):
    phone.answers(after=2).hangs_up_after(20)


NUMBERS = [f"+1617555012{nth}" for nth in range(5)]
DO = (presses, presses, hangs_up, Phone.is_busy, Phone.does_not_answer)


@pytest.mark.parametrize("lost", [0.2, 1.0])
def test_on_a_clock_that_jumps_the_log_is_right_whatever_is_lost_tripled_and_shuffled(settings, campaign, lost):
    with journey(settings, Faults(drop=lost, repeat=2, reorder=True, window=5.0, seed=7)) as world:
        network, own = world.everything.network, world.everything.app.extensions["ringdown"]
        world.office_phone.answers(after=2).talks_for(3)
        for number, does in zip(NUMBERS, DO, strict=True):
            does(network.phone(number))
            world.supporter_asks_to_be_called(phone=number)
            reconciled(world.call_log.session, datetime.now(UTC) + LATER, Reconciling(own.carrier, own.vault))
        of_sid, legs = by_sid(logged(world.call_log.session.get_bind())), rings(network)
        assert {sid: is_right(of_sid[sid], leg) for sid, leg in legs.items()} == dict.fromkeys(legs, True)
        assert len(legs) == len(of_sid) == len(DO)


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
