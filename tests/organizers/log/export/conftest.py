"""A file as it is sent, piece by piece, to whoever may take it."""

from contextvars import Context
from itertools import islice

import pytest
from flask.testing import FlaskClient

from app.calls.shown.log import notes, search
from app.organizers.log.export import entries
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import Organizer as Account
from models import TeamRole
from tests.organizers.conftest import PASSWORD, Organizer


@pytest.fixture
def piece_by_piece(signed_in):
    """The pieces of the file as they are sent, each with what is asked then; after so many somebody hangs up."""

    def receive(path, at_most, then):
        answer = FlaskClient.open(signed_in.client, path, buffered=False)
        pieces = [(piece, then()) for piece in islice(answer.iter_encoded(), at_most)]
        answer.close()
        return pieces

    return lambda path, at_most=None, then=bool: Context().run(receive, path, at_most, then)


@pytest.fixture
def somebody(client, session):
    """Somebody of the team with this role, of these campaigns, signed in."""

    def somebody(role, *campaigns):
        create_organizer(session, "admin@example.org", PASSWORD, role=TeamRole.ADMIN)
        create_organizer(session, "bo@example.org", PASSWORD, role=role)
        for campaign in campaigns:
            join_campaign(session, campaign, session.query(Account).filter_by(email="bo@example.org").one().id)
        session.commit()
        bo = Organizer(client)
        bo.signs_in("bo@example.org")
        return bo

    return somebody


@pytest.fixture
def two_at_once(monkeypatch):
    monkeypatch.setattr(entries, "AT_ONCE", 2)
    monkeypatch.setattr(search, "MOST", 3)
    monkeypatch.setattr(notes, "OPENED", 2)
