"""The database plans once what the carrier reports many times: to plan it anew costs more than the report itself."""

import pytest
from sqlalchemy import NullPool, create_engine, text

from app.calls.life.carrier_events import MACHINE, STATUS, Told
from app.calls.life.changes import apply_told
from app.calls.life.legs import LegNews
from app.calls.run.report import record_machine
from app.store.unit import let_go, light_unit
from models import LegStatus

OFTEN = 20  # the driver prepares a statement after five times, the database looks at it five times more
KEPT_PLANS = text("SELECT max(generic_plans) FROM pg_prepared_statements WHERE statement LIKE '%carrier_event%'")


def reported(work, call_id, nth, rank):
    told = Told("CA1", STATUS, f"{nth}", "ringing", rank, {})
    apply_told(work, call_id, told, LegNews("CA1", rank, LegStatus.RINGING))


def ended(work, call_id, nth, rank):
    told = Told("CA1", STATUS, f"{nth}", "completed", rank, {})
    apply_told(work, call_id, told, LegNews("CA1", rank, LegStatus.COMPLETED))


def taken_for_a_machine(work, call_id, nth, rank):
    record_machine(work.connection, call_id, Told("CA1", MACHINE, f"{nth}", "human", rank, {}))


REPORTS = {
    "the supporter's leg": (reported, None),
    "the office's leg": (reported, 0),
    "the end of the supporter's leg": (ended, None),
    "the end of the office's leg": (ended, 0),
    "who picked up": (taken_for_a_machine, 0),
}


@pytest.mark.parametrize(("report", "rank"), REPORTS.values(), ids=REPORTS)
def test_a_report_is_not_planned_anew_every_time(session, call, report, rank):
    session.execute(text("ANALYZE call, leg, carrier_event"))  # what other tests left there decides nothing
    session.commit()
    engine = create_engine(session.get_bind().url, poolclass=NullPool)
    with light_unit(engine) as work:
        for nth in range(OFTEN):
            report(work, call.id, nth, rank)
        assert work.connection.scalar(KEPT_PLANS) > 0
    let_go(engine)
