"""The web server tells that no worker runs, on the pages and by mail; nobody else could."""

import pytest
from pydantic import SecretStr
from sqlalchemy import select, text

from app.jobs.without_worker import Lookout, look_for_a_worker
from app.store.unit import unit
from app.team.create import create_organizer
from models import Alert, AlertChoice, AlertKind, Organizer, TeamRole
from tests.world.mail.server import mail_server
from tests.world.patience import eventually

ALIVE = text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => :ago))")


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
    def look(missed=0):
        with unit(session) as work:
            return look_for_a_worker(work, watched.extensions["ringdown"], missed)

    return look


@pytest.fixture
def a_worker(session):
    def runs(ago=0):
        session.execute(text("DELETE FROM procrastinate_workers"))
        session.execute(ALIVE, {"ago": ago})
        session.commit()

    return runs


def standing(session):
    session.rollback()
    return session.scalars(select(Alert).where(Alert.over_at.is_(None))).all()


def test_a_worker_that_runs_is_no_alert(looks, a_worker, session):
    a_worker()
    assert (looks(5), standing(session)) == (0, [])


def test_one_that_is_away_for_a_moment_is_none_either(looks, a_worker, session):
    a_worker(ago=90)
    assert (looks(), standing(session)) == (1, [])


def test_one_that_stays_away_is_told(looks, a_worker, session):
    a_worker(ago=90)
    assert looks(looks()) == 2
    (alert,) = standing(session)
    assert "flask worker" in alert.sentence


def test_it_is_over_once_one_is_back(looks, a_worker, session):
    looks(1)
    a_worker()
    looks(2)
    assert standing(session) == []


def test_who_chose_it_has_a_mail_although_no_job_can_send_it(looks, session, server):
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.VIEWER)
    ana = session.scalars(select(Organizer)).one()
    session.add(AlertChoice(organizer_id=ana.id, kind=AlertKind.NO_WORKER))
    session.commit()
    looks(looks(1))
    assert (server.to, server.only()["Subject"]) == (["ana@example.org"], "Ringdown: No worker runs: nobody is rung")


def test_it_looks_again_and_again_in_a_thread_of_its_own(watched, session):
    with Lookout(watched, every=0.02):
        (alert,) = eventually(lambda: standing(session))
    assert alert.kind is AlertKind.NO_WORKER
