"""Invitations: an admin makes a link by which somebody joins the team, once and within a week."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.team.addresses import AddressTakenError, is_taken
from app.team.invitations.links import hash_of, new_key
from app.team.people.parts import Part
from models import Invitation

A_WEEK = timedelta(days=7)
TOLD_AFTERWARDS = timedelta(days=30)  # so long a link that is over says why

_IS_PENDING = Invitation.used_at.is_(None) & (Invitation.made_by != "")


@dataclass(frozen=True)
class Pending:
    """An invitation that nobody has used yet. `email` is empty where whoever joins gives their own."""

    id: int
    email: str
    part: Part
    made_by: str
    expires_at: datetime


def invite(session: Session, part: Part, email: str, *, by: str, now: datetime) -> str:
    """Make a link to a part in the team, for one address or for whoever has it; an older one to it is void.

    Returns the key of the link: it is kept nowhere.

    Raises:
        AddressTakenError: somebody of the team has that address.
    """
    if email:
        if is_taken(session, email):
            raise AddressTakenError
        session.execute(delete(Invitation).where(Invitation.email == email, Invitation.used_at.is_(None)))
    session.execute(delete(Invitation).where(Invitation.expires_at < now - TOLD_AFTERWARDS))
    return keep_invitation(session, part, email, by=by, at=now, until=now + A_WEEK)


def keep_invitation(session: Session, part: Part, email: str, *, by: str, at: datetime, until: datetime) -> str:
    """Write an invitation down; returns its key."""
    key, campaigns = new_key(), sorted(part.of_role().campaigns)
    when = {"made_at": at, "expires_at": until}
    session.add(
        Invitation(link_hash=hash_of(key), email=email, role=part.role, campaign_ids=campaigns, made_by=by, **when)
    )
    session.flush()
    return key


def invite_anew(session: Session, invitation_id: int, *, by: str, now: datetime) -> str | None:
    """Another link in place of one that was lost or is over: the old one is void, a letter that is due is not sent.

    None where somebody has joined by it meanwhile, or it was withdrawn.
    """
    before = withdraw(session, invitation_id)
    if before is None:
        return None
    return keep_invitation(session, before.part, before.email, by=by, at=now, until=now + A_WEEK)


def key_to_send(session: Session, invitation_id: int) -> str | None:
    """A key for the letter that is written now; it voids that of a letter which was not taken."""
    key = new_key()
    renewed = update(Invitation).where(Invitation.id == invitation_id, _IS_PENDING).returning(Invitation.id)
    return key if session.scalar(renewed.values(link_hash=hash_of(key))) else None


def withdraw(session: Session, invitation_id: int) -> Pending | None:
    """Void an invitation; returns which it was, None where nobody waits for one any more."""
    gone = delete(Invitation).where(Invitation.id == invitation_id, _IS_PENDING).returning(Invitation)
    return _pending(session.scalars(gone).one_or_none())


def invitation_of(session: Session, key: str) -> Pending | None:
    """The one whose link has this key."""
    return _pending(session.scalar(select(Invitation).where(Invitation.link_hash == hash_of(key), _IS_PENDING)))


def pending_invitations(session: Session) -> list[Pending]:
    """Those that nobody has used, the newest first; those that are over with them, to be made anew."""
    newest_first = select(Invitation).where(_IS_PENDING).order_by(Invitation.id.desc())
    return [one for one in map(_pending, session.scalars(newest_first)) if one]


def _pending(one: Invitation | None) -> Pending | None:
    if one is None:
        return None
    part = Part(one.role, frozenset(one.campaign_ids))
    return Pending(id=one.id, email=one.email, part=part, made_by=one.made_by, expires_at=one.expires_at)
