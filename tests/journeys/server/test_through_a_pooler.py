"""Whole calls through PgBouncer in transaction mode, where no session is anybody's own."""

import os

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from app.readiness.database import pooler_checks
from app.store.db import CLOCK_OF_SESSIONS, db
from models import CallStatus
from tests.world.examples import sized
from tests.world.server.pooler import NOT_TRIED, pgbouncer, pooled

ROUNDS, IN_A_ROUND = sized((1, 2), (3, 5))  # of fifteen at one line, the last would be asked whether they wait so long
AT_ONCE = 3  # connections of the pooler, for twenty of the web app


@pytest.fixture
def settings(settings):
    """The app asks the pooler; its worker listens to the database itself."""
    if not pgbouncer():
        pytest.skip(NOT_TRIED)
    direct = settings.database_url
    with pooled(direct, AT_ONCE) as through:
        yield settings.model_copy(
            update={"database_url": through, "database_direct_url": direct, "database_pooler": True}
        )
    os.environ.pop(CLOCK_OF_SESSIONS, None)  # an app that is pooled asks for it in its whole process


def test_calls_go_from_the_form_to_the_log(world, office, call_log):
    office.answers(after=6).talks_for(42)
    for first in range(10, 10 + ROUNDS * IN_A_ROUND, IN_A_ROUND):
        for number in [f"+161755501{nth}" for nth in range(first, first + IN_A_ROUND)]:
            world.everything.network.phone(number).answers(after=4).then_presses("1", "1", "1")
            world.supporter_sends(phone=number)
        world.waits()
    assert [call.status for call in call_log.all()] == [CallStatus.COMPLETED] * ROUNDS * IN_A_ROUND


def test_what_it_cannot_pass_on_is_told_with_its_cure(app, session):
    (check,) = pooler_checks(session)
    assert "statement_timeout" in check.cure
    assert db.session.scalar(text("SHOW TimeZone")) == "UTC"


def test_it_lets_nobody_wait_for_longer_than_the_carrier_does(settings):
    itself = make_url(settings.database_url).set(database="pgbouncer").render_as_string(hide_password=False)
    with psycopg.connect(itself, autocommit=True) as pooler:
        told = {row[0]: row[1] for row in psycopg.ClientCursor(pooler).execute("SHOW CONFIG")}
    assert int(told["query_wait_timeout"]) < 15


def test_nothing_is_prepared_that_the_next_session_lacks(app, session):
    for _ in range(20):
        session.scalar(text("SELECT count(*) FROM campaign"))
    prepared = session.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
    assert prepared == 0
