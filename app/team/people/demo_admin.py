"""The admin of the demo, who is there while it runs: no other server lets anybody in by this name."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.team.create import create_organizer
from models import Organizer, TeamRole

DEMO_ADMIN = "organizer@example.org"


def make_demo_admin(session: Session, password: str) -> None:
    """Let the demo have its admin. Needs the app's context."""
    create_organizer(session, DEMO_ADMIN, password, role=TeamRole.ADMIN, replace_password=True)


def drop_demo_admin(session: Session) -> bool:
    """Let nobody in by the demo's name any more; returns whether somebody had that name."""
    gone = delete(Organizer).where(Organizer.email == DEMO_ADMIN)
    return session.scalar(gone.returning(Organizer.id)) is not None
