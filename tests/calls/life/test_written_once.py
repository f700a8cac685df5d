"""A call under way is changed in its own row alone, and not written into every index of the log again."""

import pytest
from sqlalchemy import func, select, text, update

from app.calls.life.changes import update_call
from models import ENDINGS, Call, CallStatus, EventSource
from tests.world.calls import a_call

UNDER_WAY = [status for status in CallStatus if status not in ENDINGS | {CallStatus.SCHEDULED, CallStatus.REQUESTED}]
CHANGED = text("SELECT n_tup_upd AS rows, n_tup_hot_upd AS alone FROM pg_stat_xact_user_tables WHERE relname = 'call'")


@pytest.fixture
def call_id(app, session, campaign):
    call_id = a_call(session, app.extensions["ringdown"], campaign).id
    session.commit()
    return call_id


@pytest.mark.parametrize("status", UNDER_WAY)
def test_a_status_that_is_no_end_writes_no_index(session, call_id, status):
    session.execute(update(Call).values(status=CallStatus.DIALING if status != CallStatus.DIALING else "requested"))
    before = session.execute(CHANGED).one()
    update_call(session, call_id, status, source=EventSource.CARRIER, rank=0)
    after = session.execute(CHANGED).one()
    assert (after.rows - before.rows, after.alone - before.alone) == (1, 1)


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        (CallStatus.SCHEDULED, CallStatus.SCHEDULED),
        *((one, None) for one in UNDER_WAY),
        *((one, one) for one in sorted(ENDINGS)),
    ],
)
def test_indexes_go_by_what_is_to_come_or_is_over(session, call_id, status, phase):
    session.execute(update(Call).values(status=status, ended_at=func.now() if status in ENDINGS else None))
    assert session.scalar(select(Call.phase)) == phase
