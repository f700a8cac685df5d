"""Calls that count, the job that counts them, and a recount that knows nothing of how it does."""

from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.statistics.counting import count
from models import Call, CountOfDay
from tests.world.calls import CHANGEABLE
from tests.world.carrier.stories import a_new_carrier
from tests.world.one_unit import kept


@pytest.fixture
def plays(app, session, campaign):
    """A call in which all of a story has happened, with columns of one's own."""

    def plays(story, **columns):
        carrier = a_new_carrier(app, session, campaign)
        for happens in story(carrier):
            happens()
        if columns:
            session.execute(update(Call).where(Call.id == carrier.call_id).values(columns))
            session.commit()
        return carrier.call_id

    return plays


@pytest.fixture
def counted(app, session) -> Callable[..., None]:
    """Lets the job run as often as that."""

    def counted(times=1):
        for _ in range(times):
            kept(session, lambda work: count(work, app.extensions["ringdown"].clock))

    return counted


@pytest.fixture
def says(session):
    """A supporter tells on the page what came of a call."""

    def says(call_id, outcome, stance=None, rank=0):
        report_outcome(session, call_id, rank, Report(outcome, stance), CHANGEABLE)
        session.commit()

    return says


@pytest.fixture
def along(session):
    """What is counted along a dimension, by its values."""

    def along(dimension, table=CountOfDay):
        rows = session.execute(select(table.value, table.calls).where(table.dimension == dimension, table.calls != 0))
        total = Counter()
        for value, calls in rows:
            total[value] += calls
        return dict(total)

    return along
