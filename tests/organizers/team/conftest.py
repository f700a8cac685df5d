"""An admin who has signed in, somebody else of the team, and links that were shown."""

import re

import pytest

from app.team.create import create_organizer
from models import AuditEvent, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, PASSWORD, Organizer

LINK = re.compile(r"http://127\.0\.0\.1:8080(/join/[\w-]+)")


@pytest.fixture
def joins(session):
    """Lets somebody be of the team; returns their id."""

    def joins(name: str, role: TeamRole = TeamRole.VIEWER) -> int:
        create_organizer(session, f"{name}@example.org", PASSWORD, role=role)
        session.commit()
        return session.query(Account.id).filter_by(email=f"{name}@example.org").scalar()

    return joins


@pytest.fixture
def presses():
    """Sends a form with the token of a page of theirs."""

    def presses(somebody: Organizer, path: str, page: str = "/organizers/campaigns", **form):
        return somebody.sends(path, csrf_token=CSRF.search(somebody.opens(page).text)[1], **form)

    return presses


@pytest.fixture
def invites(signed_in, presses):
    """Makes an invitation on the page; returns its link."""

    def invites(**form) -> str:
        answer = presses(signed_in, "/organizers/team/invitations", **{"role": "viewer"} | form)
        assert answer.status_code == 201
        return LINK.search(answer.text)[1]

    return invites


@pytest.fixture
def stranger(app):
    """Somebody in another browser."""
    return Organizer(app.test_client())


@pytest.fixture
def told(session):
    """What the audit log tells: who, what, whom, and what stood there before and after."""

    def told():
        session.rollback()
        events = session.query(AuditEvent).order_by(AuditEvent.id)
        return [(one.who, one.act.value, one.subject, one.before, one.after) for one in events]

    return told
