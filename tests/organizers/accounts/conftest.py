"""The clock of those who sign in, others of the team, and a mail server that they read."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import pytest
from flask import Flask
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.jobs.worker import make_worker
from app.outgoing.letters import SEND
from app.team.create import create_organizer
from models import TeamRole
from tests.organizers.conftest import NOON, PASSWORD, Organizer
from tests.world.mail.server import MailServer, mail_server

POSTED = text("DELETE FROM procrastinate_jobs WHERE task_name = :task RETURNING args")
LINK = re.compile(r"https?://\S+")


@pytest.fixture
def at(app):
    """Moves the clock."""

    def at(moment):
        app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: moment)

    at(NOON)
    return at


@pytest.fixture
def somebody_else(app, session, organizer):
    """Another of the team, who has signed in."""
    create_organizer(session, "bob@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    other = Organizer(app.test_client())
    other.signs_in("bob@example.org")
    return other


@dataclass
class PostOffice:
    """Does the jobs that send letters, and reads what came."""

    app: Flask
    session: Session
    server: MailServer

    def delivers(self) -> None:
        """Send what was posted, as a worker does."""
        jobs = self.session.scalars(POSTED, {"task": SEND}).all()
        self.session.commit()
        for arguments in jobs:
            make_worker(self.app).tasks[SEND].func(**arguments)

    def path(self) -> str:
        """Where the link of the only letter leads."""
        self.delivers()
        return urlsplit(LINK.search(self.server.text())[0]).path


@pytest.fixture
def post_office(app, session):
    """A server that sends mail."""
    with mail_server() as server:
        own = app.extensions["ringdown"]
        url = SecretStr(f"smtp://127.0.0.1:{server.port}")
        app.extensions["ringdown"] = replace(own, settings=own.settings.model_copy(update={"smtp_url": url}))
        yield PostOffice(app, session, server)
