"""Joins the team by a link: once, in time, and only as what was offered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.team.addresses import AddressTakenError
from app.team.create import create_organizer
from app.team.invitations.links import hash_of
from app.team.people.admins import has_admin
from app.team.people.parts import Part, put_in_campaigns
from models import Invitation, Organizer, TeamRole


class LinkIs(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"  # made up, withdrawn, or void since a newer one was made


class LinkOverError(Exception):
    """The link lets nobody in any more, be it that somebody was faster."""


@dataclass(frozen=True)
class Invited:
    """What a link offers. `email` is empty where they give their own; `by` is, where it makes the first admin."""

    link: LinkIs
    email: str = ""
    role: TeamRole = TeamRole.VIEWER
    by: str = ""


def invited(session: Session, key: str, now: datetime) -> Invited:
    """What the link offers; to ask uses nothing up."""
    found = session.scalar(select(Invitation).where(Invitation.link_hash == hash_of(key)))
    if found is None:
        return Invited(LinkIs.UNKNOWN)
    is_over = found.used_at is not None or (not found.made_by and has_admin(session))
    link = LinkIs.USED if is_over else LinkIs.OPEN if now < found.expires_at else LinkIs.EXPIRED
    return Invited(link, found.email, found.role, found.made_by)


def join(session: Session, key: str, email: str, password: str, *, now: datetime) -> Organizer:
    """Make the account that a link offers, and use it up. `email` counts where the link names none.

    Raises:
        LinkOverError, AddressTakenError: undo the unit of work: it used the link up.
    """
    offer = _use_up(session, key, now)
    address = offer.email or email
    _make_account(session, address, password, offer.role)
    organizer = session.scalars(select(Organizer).where(Organizer.email == address)).one()
    part = Part(offer.role, frozenset(offer.campaign_ids)).of_role()
    put_in_campaigns(session, organizer.id, part.campaigns)
    return organizer


def _make_account(session: Session, address: str, password: str, role: TeamRole) -> None:
    try:
        is_new = create_organizer(session, address, password, role=role)
    except IntegrityError as error:  # somebody took the address in this very moment
        raise AddressTakenError from error
    if not is_new:
        raise AddressTakenError


def _use_up(session: Session, key: str, now: datetime) -> Invitation:
    is_open = (Invitation.used_at.is_(None)) & (Invitation.expires_at > now)
    used = update(Invitation).where(Invitation.link_hash == hash_of(key), is_open).values(used_at=now)
    offer = session.scalars(used.returning(Invitation)).one_or_none()
    if offer is None or (not offer.made_by and has_admin(session)):
        raise LinkOverError
    return offer
