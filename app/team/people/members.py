"""The people of the team, as admins see them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, exists, func, select
from sqlalchemy.orm import Session

from app.store.rows import by_name
from app.team.people.parts import Part
from models import CampaignMember, Organizer, OrganizerPasskey, OrganizerSession, TeamRole


@dataclass(frozen=True)
class Member:
    """Somebody of the team. `seen_at` is when they last did anything, as far as their open sessions tell."""

    id: int
    email: str
    role: TeamRole
    campaigns: tuple[int, ...]
    has_second_factor: bool
    seen_at: datetime | None

    @property
    def part(self) -> Part:
        """What they may do, and where."""
        return Part(self.role, frozenset(self.campaigns)).of_role()


_THEIRS = func.array_agg(CampaignMember.campaign_id)
_CAMPAIGNS = select(_THEIRS).where(CampaignMember.organizer_id == Organizer.id).scalar_subquery()
_SEEN = select(func.max(OrganizerSession.seen_at)).where(OrganizerSession.organizer_id == Organizer.id)
_HAS_PASSKEY = exists().where(OrganizerPasskey.user_id == Organizer.id)
_MEMBERS = select(
    Organizer.id,
    Organizer.email,
    Organizer.role,
    _CAMPAIGNS.label("campaigns"),
    (Organizer.tf_primary_method.is_not(None) | _HAS_PASSKEY).label("has_second_factor"),
    _SEEN.scalar_subquery().label("seen_at"),
).where(Organizer.active)


def members(session: Session) -> list[Member]:
    """All of them, the admins first."""
    in_order = _MEMBERS.order_by(Organizer.role, Organizer.email)
    return [_member(row) for row in session.execute(in_order).mappings()]


def member(session: Session, organizer_id: int) -> Member | None:
    """One of them; None if there is no such person, or no longer."""
    row = session.execute(_MEMBERS.where(Organizer.id == organizer_id)).mappings().one_or_none()
    return None if row is None else _member(row)


def member_named(session: Session, address: str) -> Member | None:
    """The one with this address."""
    row = session.execute(_MEMBERS.where(func.lower(Organizer.email) == address)).mappings().one_or_none()
    return None if row is None else _member(row)


def _member(row: RowMapping) -> Member:
    return by_name(Member, {**row, "campaigns": tuple(sorted(row["campaigns"] or ()))})
