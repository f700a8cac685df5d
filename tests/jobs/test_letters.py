"""The worker sends what was posted, and looks for alerts to be told and for what was kept long enough."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select, update

from app.jobs.worker import make_worker
from app.outgoing.letters import LetterKind, post
from app.store.alerts import raise_alert
from app.team.audit import record
from app.team.create import create_organizer
from models import Alert, AlertChoice, AlertKind, AuditAct, AuditEvent, Organizer, TeamRole
from tests.jobs.test_worker import run
from tests.world.mail.server import mail_server

PAUSED = AlertKind.PLACING_PAUSED


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def mailing_app(another_app, server):
    return another_app(smtp_url=SecretStr(f"smtp://127.0.0.1:{server.port}"), mail_from="calls@example.org")


@pytest.fixture
def ana(session, app):
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.ADMIN)
    ana = session.scalars(select(Organizer)).one()
    session.add(AlertChoice(organizer_id=ana.id, kind=PAUSED))
    link = "/organizers/campaigns/7/hotline"
    raise_alert(session, PAUSED, "7", "It is paused.", link=link, now=datetime.now(UTC))
    session.commit()
    return ana


def task(app, name):
    return next(it for key, it in make_worker(app).tasks.items() if key == name)


def test_a_letter_that_was_posted_is_sent(mailing_app, session, server, ana):
    session.execute(update(Alert).values(sent_at=func.now()))  # so that no other job sends it
    post(session, LetterKind.ALERT, ana.id, PAUSED)
    session.commit()
    run(mailing_app)
    assert server.only()["To"] == "ana@example.org"
    assert server.text().startswith("It is paused.\nhttp://127.0.0.1:8080/organizers/campaigns/7/hotline\n")


def test_whoever_was_removed_meanwhile_has_no_letter(mailing_app, session, server, ana):
    post(session, LetterKind.ALERT, ana.id, PAUSED)
    ana.active = False
    session.commit()
    run(mailing_app)
    assert server.mails == []


def test_an_alert_is_mailed_within_a_minute(mailing_app, session, server, ana):
    task(mailing_app, "send_alerts").func(0)
    run(mailing_app)
    assert server.only()["Subject"] == "Ringdown: A campaign is paused: nobody is rung"


def test_without_a_mail_server_alerts_wait_for_one(app, session, ana):
    task(app, "send_alerts").func(0)
    session.rollback()
    assert session.scalars(select(Alert.sent_at)).all() == [None]


def test_a_worker_that_runs_ends_the_alert_that_none_does(app, session):
    raise_alert(session, AlertKind.NO_WORKER, "", "No worker runs.", link="/", now=datetime.now(UTC))
    session.commit()
    task(app, "watch").func(0)
    session.rollback()
    assert session.scalar(select(Alert.over_at).where(Alert.kind == AlertKind.NO_WORKER)) is not None


def test_the_audit_log_is_kept_for_a_year(app, session):
    for days in (10, 400):
        at = datetime.now(UTC) - timedelta(days=days)
        record(session, at=at, who="ana@example.org", act=AuditAct.SIGNED_IN)
    session.commit()
    task(app, "forget_audit").func(0)
    session.rollback()
    assert session.scalar(select(func.count()).select_from(AuditEvent)) == 1
