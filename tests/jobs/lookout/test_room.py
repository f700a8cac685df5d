"""The web server makes a reserve of room, tells where there is none, and lets calls be taken again once there is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select, text

from app.jobs.lookout.room import TRIES_AGAIN_AFTER, look_for_room
from app.store.reserve import MB, has_reserve
from app.store.unit import make_room, unit
from app.team.create import create_organizer
from models import Alert, AlertChoice, AlertKind, Organizer, TeamRole
from tests.jobs.test_worker import run
from tests.world.database.full import FOR_GOOD, NO_ROOM_FOR_A_RESERVE
from tests.world.mail.server import mail_server

EMPTY = text("TRUNCATE reserve")
SIZE = text("SELECT pg_relation_size('reserve') >> 20")


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def watched(disk, another_app, server):
    """An app that sends mail, within its context."""
    app = another_app(smtp_url=SecretStr(f"smtp://127.0.0.1:{server.port}"), mail_from="calls@example.org")
    with app.app_context():
        yield app


@pytest.fixture
def looks(watched, session):
    """Look for room, so much later."""
    own = watched.extensions["ringdown"]

    def look(later=timedelta()):
        with unit(session) as work:
            look_for_room(work, replace(own, clock=lambda: own.clock() + later))

    return look


@pytest.fixture
def full(disk, session):
    """The disk is full: the reserve was given up, and there is no room for another."""
    disk.gets_full(NO_ROOM_FOR_A_RESERVE)
    make_room(session)


@pytest.fixture
def ana(session):
    """Somebody who wants to know by mail."""
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.VIEWER)
    ana = session.scalars(select(Organizer)).one()
    session.add(AlertChoice(organizer_id=ana.id, kind=AlertKind.DISK_FULL))
    session.commit()


def is_told(session):
    session.rollback()
    return bool(session.scalars(select(Alert).where(Alert.over_at.is_(None))).all())


def test_a_reserve_that_is_missing_is_made(looks, session):
    session.execute(EMPTY)
    session.commit()
    looks()
    assert (session.scalar(SIZE), is_told(session)) == (MB, False)


def test_where_there_is_no_room_for_it_that_is_told(looks, session, disk):
    session.execute(EMPTY)
    session.commit()
    disk.gets_full(NO_ROOM_FOR_A_RESERVE)
    looks()
    assert is_told(session)


@pytest.mark.usefixtures("full")
def test_it_is_over_once_there_is_room_and_a_reserve_again(looks, session, disk):
    disk.has_room()
    looks()
    assert is_told(session)  # since to try takes what room there is
    looks(later=TRIES_AGAIN_AFTER)
    assert (is_told(session), has_reserve(session)) == (False, True)


@pytest.mark.usefixtures("full")
def test_as_long_as_there_is_none_it_is_not(looks, session):
    looks(later=TRIES_AGAIN_AFTER)
    assert (is_told(session), has_reserve(session)) == (True, False)


@pytest.mark.usefixtures("ana", "full")
def test_who_chose_it_has_a_mail_and_another_when_it_is_over(looks, disk, watched, server):
    looks()
    disk.has_room()
    looks(later=TRIES_AGAIN_AFTER)
    run(watched)
    what = "The database's disk is full: no new calls"
    assert [mail["Subject"] for mail in server.mails] == [f"Ringdown: {what}", f"Ringdown: over: {what}"]


def test_without_a_reserve_nothing_is_told_and_nothing_breaks(session, disk):
    disk.gets_full(FOR_GOOD)
    make_room(session)
    assert not is_told(session)
