"""What the first who click would wait for is done as soon as a web server answers, and once, however many ask."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete

from app.jobs.lookout.ahead import do_ahead
from app.representatives import directory
from models import Roster
from tests.world.database.own_roster import restore_offices
from tests.world.log_lines import log_lines

ROOT = Path(__file__).resolve().parents[3]
MANY_ASK = """
from concurrent.futures import ThreadPoolExecutor
from app.representatives.facts.tables import tables
with ThreadPoolExecutor(8) as threads:
    print(len(set(threads.map(lambda _: id(tables()), range(8)))))
"""


def test_many_who_ask_at_once_read_the_tables_once():
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", MANY_ASK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "1"


def test_the_offices_are_known_afterwards(app, session, campaign, count_statements):
    do_ahead(app)
    count_statements.reset()
    directory(session)
    assert len(count_statements.statements) == 1  # whether they changed meanwhile


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture
def no_offices(settings, session):
    """Nobody has seeded this database."""
    session.execute(delete(Roster))
    session.commit()
    yield
    session.rollback()
    restore_offices(settings.database_url)


def test_a_server_without_offices_begins_all_the_same(app, no_offices):
    with log_lines("WARNING") as written:
        do_ahead(app)
    assert "offices_not_read_ahead" in written()
