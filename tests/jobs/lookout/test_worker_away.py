"""The web server tells that no worker runs, on the pages and by mail; nobody else could."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.jobs.lookout.thread import Lookout, WorkerMissed
from app.jobs.lookout.worker import look_for_a_worker
from app.store.unit import unit
from app.team.create import create_organizer
from models import Alert, AlertChoice, AlertKind, Organizer, TeamRole
from tests.jobs.test_worker import run
from tests.world.mail.server import mail_server
from tests.world.patience import eventually
from tests.world.workers import a_worker

KIND = AlertKind.NO_WORKER


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def watched(another_app, server):
    """An app that sends mail, within its context."""
    app = another_app(smtp_url=SecretStr(f"smtp://127.0.0.1:{server.port}"), mail_from="calls@example.org")
    with app.app_context():
        yield app


@pytest.fixture
def looks(watched, session):
    """Look, when one was heard of so many seconds ago at last; returns how long ago one was, as is known then."""
    own = watched.extensions["ringdown"]

    def look(ago=0.0):
        now = own.clock()
        with unit(session) as work:
            heard_of = look_for_a_worker(work, own, now - timedelta(seconds=ago))
        return round((now - heard_of).total_seconds())

    return look


@pytest.fixture
def ana(session):
    """Somebody who wants to know by mail."""
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.VIEWER)
    ana = session.scalars(select(Organizer)).one()
    session.add(AlertChoice(organizer_id=ana.id, kind=KIND))
    session.commit()


def standing(session):
    session.rollback()
    return session.scalars(select(Alert).where(Alert.over_at.is_(None))).all()


def test_a_worker_that_runs_is_no_alert(looks, session):
    a_worker(session)
    assert (looks(90), standing(session)) == (0, [])


def test_one_that_was_heard_of_within_a_minute_is_none_either(looks, session):
    a_worker(session, ago=50)
    assert (looks(90), standing(session)) == (50, [])


def test_nor_one_that_went_a_moment_ago(looks, session):
    assert (looks(50), standing(session)) == (50, [])


@pytest.mark.parametrize("ago", [61, 3600])
def test_one_that_stays_away_for_a_minute_is_told(looks, session, ago):
    a_worker(session, ago)
    assert looks(61) == 61
    (alert,) = standing(session)
    assert "flask worker" in alert.sentence


def test_it_is_over_once_one_is_back(looks, session):
    looks(61)
    assert standing(session)
    a_worker(session)
    looks(61)
    assert standing(session) == []


def test_a_server_that_was_started_a_moment_ago_does_not_say_that_it_is_over(looks, session):
    looks(61)
    looks(0)
    assert standing(session)


@pytest.mark.usefixtures("ana")
def test_who_chose_it_has_a_mail_although_no_job_can_send_it(looks, server):
    looks(61)
    looks(71)
    assert (server.to, server.only()["Subject"]) == (["ana@example.org"], "Ringdown: No worker runs: nobody is rung")


@pytest.mark.usefixtures("ana")
def test_who_was_told_is_told_by_the_worker_that_it_is_over(looks, session, watched, server):
    looks(61)
    a_worker(session)
    looks()
    run(watched)
    assert server.mails[-1]["Subject"] == "Ringdown: over: No worker runs: nobody is rung"


@pytest.mark.usefixtures("ana")
def test_nobody_is_told_so_when_it_is_wrong_again(looks, session, watched, server):
    for ago in (3600, 0, 3600):
        a_worker(session, ago)
        looks(61)
    run(watched)
    assert len(server.mails) == 1


@pytest.fixture
def on_the_lookout(watched):
    """It looks all the time."""
    missed = WorkerMissed(watched.extensions["ringdown"])

    def begin():
        return Lookout(watched, missed.look, 0.02, missed.lost_the_database)

    return begin


def test_it_looks_again_and_again_in_a_thread_of_its_own(on_the_lookout, watched, session):
    own = watched.extensions["ringdown"]
    watched.extensions["ringdown"] = replace(own, clock=lambda: own.clock() + timedelta(minutes=2))
    with on_the_lookout():
        assert eventually(lambda: standing(session))[0].kind is KIND


def test_it_goes_on_looking_while_the_database_is_away(another_app):
    app, lost = another_app(database_url="postgresql://postgres@127.0.0.1:9/none"), []
    missed = WorkerMissed(app.extensions["ringdown"])
    with Lookout(app, missed.look, 0.02, lost.append):
        assert eventually(lambda: len(lost) > 1)
