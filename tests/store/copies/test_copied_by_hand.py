"""Whoever puts the database there by hand, from a copy or an earlier disk, has rung nobody until an admin looked."""

import subprocess
from dataclasses import replace

import pytest
from sqlalchemy import text

from app.calls.queue.first import first_beside
from app.campaigns.at_door import find_campaign
from app.guard.keys.seen import NAME, Seen
from app.limits.holds.by_copy import look_at_database
from app.limits.holds.change import let_go, standing_holds
from app.limits.placing import WhyNotRing
from app.store.copies.dump import dump
from app.store.copies.programs import connecting, program
from app.store.db import db
from models import EndReason
from tests.world.calls import a_call

# As `pg_restore --clean` leaves a table, in the same database and under whoever uses it.
PUT_ANEW = """
    CREATE TABLE put_anew AS SELECT * FROM key_check;
    DROP TABLE key_check;
    CREATE TABLE key_check (LIKE put_anew);
    ALTER TABLE key_check ADD CONSTRAINT pk_key_check PRIMARY KEY (name);
    ALTER TABLE key_check ALTER COLUMN made_at SET DEFAULT now();
    INSERT INTO key_check SELECT * FROM put_anew;
    DROP TABLE put_anew;
"""


@pytest.fixture
def seen(tmp_path):
    """What stands beside the keys."""
    return Seen(tmp_path / "keys")


@pytest.fixture
def looks(session, own, seen):
    """Look as a worker does when it begins, and each minute; returns for what everything is held back."""

    def looks():
        look_at_database(session, seen, own.clock())
        session.commit()
        return [it.sentence for it in standing_holds(session)]

    return looks


@pytest.fixture
def own(app):
    return app.extensions["ringdown"]


@pytest.fixture
def call(session, own, campaign):
    return a_call(session, own, campaign).id


def why_not_rung(session, own, call_id):
    return first_beside(session, call_id, own.clock()).why_not(own.clock(), keeps_hours=False)


@pytest.fixture
def copied(settings, looks, call, new_database, another_app, tmp_path):
    """Another server, on a copy of the database that PostgreSQL's own programs made."""
    looks()
    file, there = tmp_path / "by hand.dump", new_database("by_hand")
    dump(settings.database_url, file)
    put = [program("pg_restore"), "--no-owner", f"--dbname={there.rpartition('/')[2].partition('?')[0]}", file]
    subprocess.run(put, env=connecting(there), check=True)  # noqa: S603 - PostgreSQL's own program
    copy = another_app(database_url=there)
    with copy.app_context():
        yield copy.extensions["ringdown"]
        db.session.rollback()


def test_a_copy_rings_nobody_from_its_first_moment_and_says_why(copied, call, seen):
    assert why_not_rung(db.session, copied, call) is EndReason.HELD  # a worker may have waited for it
    look_at_database(db.session, seen, copied.clock())
    assert find_campaign(db.session, "safe-communities").not_placed is WhyNotRing.HELD
    (held,) = standing_holds(db.session)
    assert "put here from a copy" in held.sentence


def test_the_database_itself_is_known_again_however_often_it_is_looked_at(looks, session, own, call):
    assert [looks(), looks(), looks()] == [[], [], []]
    assert why_not_rung(session, own, call) is None


def test_so_is_one_that_was_put_in_its_own_place(looks, session, own, call):
    looks()
    session.execute(text(PUT_ANEW))
    session.commit()
    assert why_not_rung(session, own, call) is EndReason.HELD
    (sentence,) = looks()
    assert "not to be called" in sentence


def test_once_an_admin_lets_it_ring_it_does(looks, session, own, call):
    looks()
    session.execute(text(PUT_ANEW))
    looks()
    (held,) = standing_holds(session)
    let_go(session, held.id, own.clock())
    assert looks() == []
    assert why_not_rung(session, own, call) is None


@pytest.fixture
def came_further(looks, seen):
    """The database was further already than it is now, as a disk of before would be."""
    looks()
    position = seen.last()
    return replace(position, written=position.written + 10**12)


def test_one_that_was_set_back_rings_nobody(looks, seen, came_further):
    seen.keep(came_further)
    (sentence,) = looks()
    assert "set back to an earlier moment" in sentence


def test_that_is_said_once(looks, seen, came_further, session, own):
    seen.keep(came_further)
    looks()
    looks()
    (held,) = standing_holds(session)
    let_go(session, held.id, own.clock())
    assert looks() == []


@pytest.mark.parametrize("said", ["", "one two", "1", "\0", "1 2 3", "9" * 40 + " 5"])
def test_what_nobody_can_read_there_is_written_anew(looks, seen, tmp_path, said):
    looks()
    (tmp_path / "keys" / NAME).write_text(said)
    assert looks() == []
    assert seen.last() is not None


def test_another_cluster_may_be_behind_this_one(looks, seen, came_further):
    seen.keep(replace(came_further, cluster=came_further.cluster - 1))
    assert looks() == []


def test_a_folder_that_cannot_be_written_stops_nobody(looks, tmp_path):
    (tmp_path / "keys").write_text("not a folder")
    assert looks() == []
