"""The admins of a server: one is there always, whoever changes or removes whom in the same moment."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models import Organizer, TeamRole

IS_ADMIN = (Organizer.role == TeamRole.ADMIN) & Organizer.active


class NotAdminError(Exception):
    """Whoever wanted this is no admin, or no longer."""


class LastAdminError(Exception):
    """There would be no admin any more."""


def has_admin(session: Session) -> bool:
    """Whether there is one."""
    return bool(session.scalar(select(exists().where(IS_ADMIN))))


def take_admins(session: Session, *, asked_by: int | None) -> frozenset[int]:
    """The admins, none of whom anybody else changes or removes until this unit of work ends.

    `asked_by` is who wants something done; None is whoever runs the server.

    Raises:
        NotAdminError: they are none, be it that another admin was faster.
    """
    taken = select(Organizer.id).where(IS_ADMIN).order_by(Organizer.id).with_for_update(key_share=True)
    admins = frozenset(session.scalars(taken))
    if asked_by is not None and asked_by not in admins:
        raise NotAdminError
    return admins
