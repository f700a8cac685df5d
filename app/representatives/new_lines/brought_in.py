"""Which numbers a file gives to offices that had not had them: they wait like those that are set by hand."""

from collections.abc import Collection, Iterator

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.representatives.facts.records import LineFacts, Person
from app.representatives.new_lines.noting import Setting, note_new_lines, tell_what_waits
from models import OfficeHolder

People = Collection[Person]


def new_numbers(before: People, people: People) -> Iterator[tuple[Person, LineFacts]]:
    """Who gets which number that nobody had before."""
    known = {(line.e164, line.extension) for person in before for line in person.lines}
    for person in people:
        for line in person.lines:
            if (line.e164, line.extension) not in known:
                yield person, line


def note_lines_brought_in(session: Session, before: People, people: People, setting: Setting) -> None:
    """Let them wait; not those of the first file of a state, whose offices nobody could call before."""
    had = {(person.geoid, person.openstates_id): person.lines for person in before}
    have = {(person.geoid, person.openstates_id): person.lines for person in people}
    changed = {key: lines for key, lines in have.items() if lines != had.get(key)}
    if not changed or not had:
        return
    for holder in session.scalars(_sitting({geoid for geoid, _ in changed})):
        key = (holder.district_geoid, holder.openstates_id)
        if key in changed:
            note_new_lines(session, holder.id, had.get(key, ()), changed[key], setting)
    tell_what_waits(session, next(iter(changed))[0], setting.now)


def _sitting(geoids: set[str]) -> Select[OfficeHolder]:
    return select(OfficeHolder).where(OfficeHolder.district_geoid.in_(geoids), OfficeHolder.valid_to.is_(None))
