"""What is done on the command line is written down as done there: whoever has a shell has no name here."""

from sqlalchemy.orm import Session

from app.extensions import given
from app.team.audit import Facts, record
from models import AuditAct

WHO = "the command line"
INVITES = "whoever runs this server"  # as those who are invited read it


def note(
    session: Session, act: AuditAct, subject: str, *, before: Facts | None = None, after: Facts | None = None
) -> None:
    """Tell the audit log."""
    record(session, at=given().clock(), who=WHO, act=act, subject=subject, before=before, after=after)
