"""The first admin of a server: whoever started it has a link, and the link makes them one."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.team.invitations.inviting import keep_invitation
from app.team.people.admins import has_admin
from app.team.people.parts import Part
from models import Invitation, TeamRole

AN_HOUR = timedelta(hours=1)


class HasAdminError(Exception):
    """There is an admin, who invites others."""


def first_admin_key(session: Session, now: datetime) -> str:
    """The key of a link that works once and for an hour; older ones are void.

    Raises:
        HasAdminError: there is an admin.
    """
    if has_admin(session):
        raise HasAdminError
    session.execute(delete(Invitation).where(Invitation.made_by == "", Invitation.used_at.is_(None)))
    return keep_invitation(session, Part(TeamRole.ADMIN), "", by="", at=now, until=now + AN_HOUR)
