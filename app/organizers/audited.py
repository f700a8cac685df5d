"""Tells the audit log what whoever has signed in does: who, when and from where are known from the request."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import request
from flask_security import current_user
from sqlalchemy.orm import Session

from app.extensions import given
from app.guard.visitors import this_address
from app.team.audit import Facts, record
from app.team.whence import kind_of_device, network_of
from models import AuditAct


@dataclass(frozen=True)
class Told:
    """What is told of a change: of what, of which campaign, and how that stands at a moment, before and after."""

    act: AuditAct
    subject: str
    facts: Callable[[], Facts]
    campaign_id: int | None = None


def noted(session: Session, told: Told, do: Callable[[], bool]) -> bool:
    """Change something, and write down what it was and has become; whether it changed anything."""
    before = told.facts()
    is_changed = do()
    if is_changed:
        note(session, told.act, told.subject, campaign_id=told.campaign_id, before=before, after=told.facts())
    return is_changed


def note(
    session: Session,
    act: AuditAct,
    subject: str = "",
    *,
    campaign_id: int | None = None,
    before: Facts | None = None,
    after: Facts | None = None,
    who: str | None = None,
) -> None:
    """Write it down within the unit of work that does it. `who` is whoever has signed in, unless said otherwise."""
    record(
        session,
        at=given().clock(),
        who=current_user.email if who is None else who,
        act=act,
        subject=subject,
        campaign_id=campaign_id,
        whence=whence(),
        before=before,
        after=after,
    )


def whence() -> str:
    """From where this request comes, coarsely: 203.0.113.x, Firefox on Windows."""
    return f"{network_of(this_address())}, {kind_of_device(request.user_agent.string)}"
