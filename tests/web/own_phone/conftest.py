"""A supporter who calls on their own phone."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from app import create_app
from app.store.db import close_db
from models import Call
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local

NOON = local("2026-11-24 12:00")


class Clock:
    """A clock that a test sets."""

    now = NOON

    def __call__(self):
        return self.now

    def passes(self, **time):
        """Let so much time pass."""
        self.now += timedelta(**time)


@dataclass
class AtTheirPhone(Supporter):
    """They ask for the office's number, and tell what happened."""

    def asks_for_the_number(self, **typed):
        """Choose to call themselves; returns the page's address."""
        return self.asks_to_be_called(**{"own": "1", "phone": "", "consent": "", **typed}).location.removesuffix(
            "#main"
        )

    def tells(self, page, outcome="contact", line="0", **more):
        """Press one of the answers."""
        return self.client.post(
            page.partition("#")[0].partition("?")[0], data={"outcome": outcome, "line": line} | more
        )

    def reads(self, page):
        """What stands on the page."""
        answer = self.client.get(page.partition("#")[0])
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.text)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visits(app, settings, campaign, clock):
    """Supporters of an app with these settings."""
    made = []

    def visits(**what):
        there = create_app(settings.model_copy(update=what), clock=clock)
        there.testing = False
        there.test_client_class = app.test_client_class
        made.append(there)
        return AtTheirPhone(there.test_client())

    yield visits
    for one in made:
        close_db(one)


@pytest.fixture
def supporter(visits):
    return visits()


@pytest.fixture
def page(supporter):
    """The address of a page for Holyoke."""
    return supporter.asks_for_the_number()


@pytest.fixture
def calls(session):
    """The calls of the log."""

    def calls():
        session.rollback()
        return session.scalars(select(Call).order_by(Call.id)).all()

    return calls
