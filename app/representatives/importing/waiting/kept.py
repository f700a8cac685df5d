"""A prepared import as the database keeps it: what was asked for, and the people whom the file named."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.facts.records import Person
from app.representatives.importing.comparing import compare
from app.representatives.importing.plan import ImportRequest, Plan
from app.representatives.importing.snapshot import Snapshot
from app.representatives.importing.who.entry import Entry
from app.representatives.importing.who.settle import Settled
from models import PreparedImport

_REQUEST, _PEOPLE = TypeAdapter(ImportRequest), TypeAdapter(tuple[Person, ...])


def as_row(plan: Plan, in_force_from: datetime, *, by: str, now: datetime) -> PreparedImport:
    """The plan, to be made anew once its moment has come: until then others may correct what it is about."""
    return PreparedImport(
        state=plan.request.state,
        in_force_from=in_force_from,
        request=_REQUEST.dump_python(plan.request, mode="json"),
        people=_PEOPLE.dump_python(plan.in_file, mode="json"),
        prepared_at=now,
        prepared_by=by,
    )


def request_of(prepared: PreparedImport) -> ImportRequest:
    """What was asked for."""
    return _REQUEST.validate_python(prepared.request)


def planned(prepared: PreparedImport, before: Snapshot) -> Plan:
    """What it changes in a roster."""
    people = _PEOPLE.validate_python(prepared.people)
    return compare(before, Settled(tuple(Entry(person, ()) for person in people)), request_of(prepared))


def waiting(session: Session, state: str) -> Sequence[PreparedImport]:
    """What is prepared and not in force yet, in the order in which it will be."""
    theirs = select(PreparedImport).where(PreparedImport.state == state, PreparedImport.took_force_at.is_(None))
    return session.scalars(theirs.order_by(PreparedImport.in_force_from, PreparedImport.id)).all()
