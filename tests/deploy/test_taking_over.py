"""A worker of another computer takes over from one that was killed with work in hand: each phone rings once."""

from contextlib import contextmanager

import psycopg
import pytest

from tests.world.patience import PATIENCE, eventually
from tests.world.server.deployed import rung

A_LOOK = 2 * PATIENCE  # what stalled is looked for every minute, half a minute after its worker was last heard of

pytestmark = [pytest.mark.long, pytest.mark.no_cover]

NUMBER = "+16175550123"
WAITS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
STALLED = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND task_name = 'ring'"
# What somebody holds whom the worker must wait for, and how often the carrier was asked to ring until then.
IN_HAND = {
    "before the carrier was asked": ("SELECT FROM call FOR UPDATE", 0),
    "while the phone rings already": ("LOCK TABLE leg IN SHARE MODE", 1),
}


@pytest.fixture
def database(server):
    """Whoever looks into it past the program."""
    with psycopg.connect(server.database, autocommit=True) as connection:
        yield connection


@contextmanager
def held(server, what):
    """Nobody gets past this for as long as it lasts."""
    with psycopg.connect(server.database) as connection:
        connection.execute(what)
        yield


@pytest.mark.parametrize("when", IN_HAND)
def test_what_it_had_begun_is_taken_up_by_the_other_and_rings_once(server, network, database, tmp_path, when):
    what, asked = IN_HAND[when]
    network.phone(NUMBER).answers(after=4).then_presses("1", "1", "1")
    server.somebody_asks_to_be_called(NUMBER)
    with held(server, what), server.running("worker") as first:
        assert eventually(lambda: database.execute(WAITS).fetchone() != (0,))
        first.kill()
        first.wait()
    assert rung(network) == asked
    assert database.execute(STALLED).fetchone() == (1,)
    with server.running("worker", INSTANCE_PATH=str(tmp_path / "another computer")):
        assert eventually(lambda: server.talks() == 1, within=A_LOOK), server.states()
        assert eventually(lambda: database.execute(STALLED).fetchone() == (0,))
        server.places_a_call(network, "+16175550131")  # and it goes on with those who come
    assert rung(network) == 2
