"""A database that answers nothing, and does not say so, keeps nobody waiting who asks whether calls can be placed."""

from threading import Thread

import pytest
from pydantic import SecretStr
from sqlalchemy import create_engine, text

from app import health
from app.store.db import db
from tests.world.patience import eventually
from tests.world.workers import a_worker

TOKEN = "a token of whoever watches"


@pytest.fixture
def hangs(session, monkeypatch):
    """One in which whoever looks waits, until told that it goes on."""
    a_worker(session)
    monkeypatch.setattr(health, "READY_WITHIN", 0.05)
    monkeypatch.setattr(health, "TOLD_WITHIN", 0.05)
    engine = create_engine(db.engine.url)
    with engine.connect() as connection:
        connection.execute(text("LOCK TABLE alembic_version, call IN ACCESS EXCLUSIVE MODE"))
        yield connection.rollback
    engine.dispose()


def test_a_probe_is_told_in_time_that_it_does_not_answer(hangs, client):
    answers = [client.get("/readyz") for _ in range(2)]
    assert [(one.status_code, "does not answer" in one.text) for one in answers] == [(503, True)] * 2
    hangs()
    assert eventually(lambda: client.get("/readyz").status_code == 200)


def test_so_is_whoever_collects_figures(hangs, another_app):
    client = another_app(metrics_token=SecretStr(TOKEN)).test_client()

    def told():
        return client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).status_code

    assert told() == 503
    hangs()
    assert eventually(lambda: told() == 200)


def test_one_look_at_a_time_hangs_with_it(hangs, client, monkeypatch):
    begun = []
    monkeypatch.setattr(health, "Thread", lambda **how: begun.append(how) or Thread(**how))
    for _ in range(3):
        client.get("/readyz")
    assert len(begun) == 1
    hangs()
    assert eventually(lambda: client.get("/readyz").status_code == 200)


def test_what_a_look_meets_whoever_asked_hears(app):
    def meets():
        raise KeyError(app.name)

    with pytest.raises(KeyError):
        health.Look(app, meets).within(5)
