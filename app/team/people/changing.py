"""Changes somebody's part in the team, and removes them; an admin is always left."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.team.people.admins import LastAdminError, take_admins
from app.team.people.members import Member, member
from app.team.people.parts import Part, put_in_campaigns
from models import Invitation, Organizer, TeamRole


class NobodyThereError(Exception):
    """There is no such person in the team, or no longer."""


def change_part(session: Session, organizer_id: int, part: Part, *, asked_by: int | None) -> tuple[Part, Part]:
    """Let somebody do this from now on; returns their part before and after. `asked_by` is None for the command line.

    Only admins may, so nobody raises their own role.

    Raises:
        NotAdminError, LastAdminError, NobodyThereError: nothing was changed.
    """
    admins = take_admins(session, asked_by=asked_by)
    before, wanted = _somebody(session, organizer_id), part.of_role()
    if wanted.role is not TeamRole.ADMIN:
        _keep_one(admins, before)
    session.execute(update(Organizer).where(Organizer.id == before.id).values(role=wanted.role))
    put_in_campaigns(session, before.id, wanted.campaigns)
    if wanted.role is not TeamRole.ADMIN:
        _withdraw_invitations_of(session, before)
    return before.part, wanted


def remove_member(session: Session, organizer_id: int, *, asked_by: int | None) -> Member:
    """Take somebody out of the team: their account goes, and with it all that let them in.

    Raises:
        NotAdminError, LastAdminError, NobodyThereError: nothing was changed.
    """
    admins = take_admins(session, asked_by=asked_by)
    gone = _somebody(session, organizer_id)
    _keep_one(admins, gone)
    _withdraw_invitations_of(session, gone)
    session.execute(delete(Organizer).where(Organizer.id == gone.id))
    return gone


def _somebody(session: Session, organizer_id: int) -> Member:
    session.execute(select(Organizer.id).where(Organizer.id == organizer_id).with_for_update(key_share=True))
    found = member(session, organizer_id)
    if found is None:
        raise NobodyThereError
    return found


def _keep_one(admins: frozenset[int], without: Member) -> None:
    if admins <= {without.id}:
        raise LastAdminError


def _withdraw_invitations_of(session: Session, who: Member) -> None:
    """A link that they made could let them in again."""
    session.execute(delete(Invitation).where(Invitation.made_by == who.email, Invitation.used_at.is_(None)))
