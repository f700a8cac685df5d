"""Who comes to a seat, as far as it is prepared, and who sat there before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.facts.records import Person
from app.representatives.importing.ahead.preparing import differences
from app.representatives.importing.plan import Plan
from app.representatives.importing.waiting.kept import waiting
from app.representatives.roster.seats import Seat
from models import OfficeHolder, PreparedImport


@dataclass(frozen=True)
class Coming:
    """Who is to sit there from a moment on, None where nobody is; who sits there today may stay."""

    in_force_from: datetime
    prepared_by: str
    person: Person | None
    stays: bool


def coming_to(session: Session, state: str, seat: Seat) -> tuple[Coming, ...]:
    """Everybody who is prepared for this seat, in their order."""
    return tuple(_coming(session, waiting(session, state), seat))


def sat_in(session: Session, geoid: str) -> Sequence[OfficeHolder]:
    """Everybody who held this seat and does no more, the last first."""
    theirs = select(OfficeHolder).where(OfficeHolder.district_geoid == geoid, OfficeHolder.valid_to.is_not(None))
    return session.scalars(theirs.order_by(OfficeHolder.valid_to.desc(), OfficeHolder.id.desc())).all()


def _coming(session: Session, prepared: Sequence[PreparedImport], seat: Seat) -> Iterator[Coming]:
    sits = seat.holder.openstates_id if seat.holder else None
    for one in prepared:
        plan = differences(session, one)
        if _is_about(plan, seat):
            person = next((it for it in plan.people if it.geoid == seat.geoid), None)
            stays = person is not None and person.openstates_id == sits
            yield Coming(one.in_force_from, one.prepared_by, person, stays)


def _is_about(plan: Plan, seat: Seat) -> bool:
    return seat.geoid in plan.districts and plan.request.is_about(seat.geoid)
