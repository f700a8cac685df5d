"""Remembers the numbers that an import takes away, so that a file that brings them back is noticed."""

from sqlalchemy import delete, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.representatives.importing.plan import Plan
from models import FormerLine

KEY = (FormerLine.district_geoid, FormerLine.openstates_id, FormerLine.e164, FormerLine.extension)


def remember_former_lines(session: Session, plan: Plan) -> None:
    """Write down the numbers that people who stay lose, and no longer those that they have again."""
    lost, held = list[tuple[str, ...]](), list[tuple[str, ...]]()
    for change in plan.changed:
        who = (change.after.geoid, change.after.openstates_id)
        now = {(line.e164, line.extension) for line in change.after.lines}
        before = {(line.e164, line.extension) for line in change.before.lines}
        lost += [(*who, *number) for number in before - now]
        held += [(*who, *number) for number in now]
    if held:
        session.execute(delete(FormerLine).where(tuple_(*KEY).in_(held)))
    if lost:
        names = [column.key for column in KEY]
        rows = [{**dict(zip(names, row, strict=True)), "until": plan.request.as_of} for row in lost]
        session.execute(insert(FormerLine).values(rows).on_conflict_do_nothing())
