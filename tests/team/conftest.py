"""A team: an admin, an organizer and a viewer."""

import pytest

from app.team.create import create_organizer
from models import Organizer, TeamRole

PASSWORD = "a long password of the tests"


@pytest.fixture
def joins(session):
    """Lets somebody be of the team; returns their id."""

    def joins(name: str, role: TeamRole = TeamRole.ADMIN) -> int:
        create_organizer(session, f"{name}@example.org", PASSWORD, role=role)
        session.commit()
        return session.query(Organizer.id).filter_by(email=f"{name}@example.org").scalar()

    return joins


@pytest.fixture
def names(session):
    """The names of those who are in the team now."""

    def names(role: TeamRole | None = None) -> set[str]:
        session.rollback()
        team = session.query(Organizer.email, Organizer.role)
        return {email.partition("@")[0] for email, its in team if role in {None, its}}

    return names
