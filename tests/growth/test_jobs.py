"""No job reads more where the log is longer: what sweeps looks at calls under way, and at nothing else."""

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import update

from app.calls.begin.code import wait_under_code
from app.carrier_setup.looked import Looked
from app.jobs.worker import make_worker
from app.readiness.every import every_check
from app.readiness.outside import Outside
from models import Call, CallStatus
from tests.world.calls import a_call, office_of

NUMBERS = count()
RINGS = ("ring", "ring_waiting")
RINGS_NEXT = "ring_next"
ASKS = "reconcile_call"
PERIODIC = (
    "ring_due",
    "ring_everybody",
    "reconcile",
    "tally_lines",
    "count_calls",
    "forget_limits",
    "forget_more_time",
    "look_at_carrier",
    "look_for_cures",
    "watch",
    "forget_audit",
    "move_by_date",
    "forget_sessions",
    "settle_costs",
    "ask_prices",
    "erase_records",
    "forget_typed",
)
# The job engine's own statements; of one call that is known by its id; of letters alone; of the carrier's account; and
# of what is due to be forgotten, which is as much as was written.
OTHERS = {"retry_stalled", "ring_again", "note_code", "send_letter", "send_alerts", "look_at_carrier", "forget"}


def jobs_of(world):
    return {name.rpartition(".")[2]: task for name, task in make_worker(world.app).tasks.items()}


def test_every_job_is_looked_at(worlds):
    ours = {name for name, task in jobs_of(worlds[0]).items() if "builtin" not in task.name}
    assert ours == {*RINGS, RINGS_NEXT, ASKS, *PERIODIC} | OTHERS


@pytest.fixture
def calls():
    """What each sweep finds: a call to ring, to ring again at its time, to ask about; a page nobody dialed from."""

    def calls(world):
        now = world.own.clock()
        long_ago = {"status": CallStatus.DIALING, "status_since": now - timedelta(hours=1)}
        due = {"status": CallStatus.SCHEDULED, "ring_at": now, "ring_until": now + timedelta(days=1)}
        for changed in (long_ago, due, {"town": "Holyoke"}):
            number = next(NUMBERS)
            call = a_call(
                world.session, world.own, world.campaign, phone=f"+1{300 + number // 100}55501{number % 100:02}"
            )
            world.session.execute(update(Call).where(Call.id == call.id).values(**changed))
        page = {"code": "4821", "town": "Holyoke", "language": "en", "now": now - timedelta(hours=1), "more_time": True}
        wait_under_code(world.session, world.campaign, (office_of(world.session),), **page)
        world.session.commit()
        return call.id

    return calls


@pytest.mark.parametrize("name", PERIODIC)
def test_a_sweep_reads_no_more(grows, calls, name):
    def sweep(world):
        calls(world)
        world.carrier.answers(200, {"calls": []})
        return lambda: jobs_of(world)[name].func(timestamp=0)

    assert grows(sweep) == []


@pytest.mark.parametrize("name", RINGS)
def test_ringing_reads_no_more(grows, calls, name):
    def ring(world):
        world.carrier.refuses(400, 21211)
        call_id = calls(world)
        return lambda: jobs_of(world)[name].func(call_id=call_id)

    assert grows(ring) == []


def test_asking_about_a_call_reads_no_more(grows, calls):
    def ask(world):
        world.carrier.answers(200, {"calls": []})
        call_id = calls(world)
        return lambda: jobs_of(world)[ASKS].func(call_id=call_id, at=0)

    assert grows(ask) == []


def test_ringing_whoever_waits_longest_reads_no_more(grows, calls):
    def ring(world):
        world.carrier.refuses(400, 21211)
        calls(world)
        return jobs_of(world)[RINGS_NEXT].func

    assert grows(ring) == []


def test_the_doctor_reads_no_more(grows):
    def doctor(world):
        outside = Outside(look=Looked)
        return lambda: list(every_check(world.session, world.own.settings, outside, world.own.clock()))

    assert grows(doctor) == []
