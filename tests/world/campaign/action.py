"""A day of action in the small world: who is called when, by the names of their districts."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.action.day import Wanted, Wave
from app.campaigns.action.keep import set_day
from app.representatives.opening import Span
from app.representatives.opening.typed.reading import read_day
from models import District, OfficeHolder

THE_DAY = "2026-11-02"  # a Monday
PAT, ALL_DAY = "Pat Duffy", Span(9 * 60, 17 * 60)


def seat_of(session: Session, name: str) -> str:
    """Where somebody sits."""
    query = select(District.geoid).join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
    return session.scalars(query.where(OfficeHolder.name == name)).first()


def wave(session: Session, hours: str, *names: str) -> Wave:
    """These people, in these hours."""
    return Wave(f"At {hours}", read_day(hours), offices=tuple(seat_of(session, name) for name in names))


def day_of_action(session: Session, campaign_id: int, *waves: Wave, **what: Any) -> int:
    """Set it, at once."""
    usual = {"day": date.fromisoformat(THE_DAY), "goal": 100, "hours": ALL_DAY, "share": None, "others": True}
    made = set_day(session, campaign_id, Wanted(**usual | what, waves=waves), by="robin@example.org")
    session.commit()
    return made
