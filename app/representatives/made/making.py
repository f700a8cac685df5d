"""Use cases of organizers: make an office that is no legislator's, change it, and take the last change back."""

import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.representatives.made.facts import MadeFacts, facts_of, from_json, to_json
from app.representatives.made.offices import rows_of
from app.representatives.opening.changing.whose import EveryOffice, read_anew, take_rosters
from app.representatives.roster.holders import connect, known_lines
from app.representatives.roster.loading import HOME
from models import District, MadeOffice, OfficeHolder

KEY = "MADE{}"  # no GEOID of the Census Bureau begins with a letter


class SameOfficeError(ValueError):
    """There is an office with this name and title already."""


def make_office(session: Session, facts: MadeFacts, *, by: str, now: datetime) -> str:
    """Write it down, for every campaign to call; returns its key.

    Raises:
        NobodyThereError: no offices were brought in yet.
        SameOfficeError: it was made already.
    """
    rosters = take_rosters(session, EveryOffice(HOME))
    geoid = KEY.format(secrets.token_hex(4).upper())
    _refuse_same(session, geoid, facts)
    session.add(District(geoid=geoid, state=HOME, name=facts.district))
    session.flush()
    holder = OfficeHolder(district_geoid=geoid, openstates_id=geoid, party="", valid_from=eastern_day(now), lines=[])
    made = MadeOffice(district_geoid=geoid)
    with session.no_autoflush:
        session.add_all([holder, made])
        _write(session, made, holder, facts, by=by, now=now)
    read_anew(session, rosters)
    return geoid


def change_office(session: Session, geoid: str, facts: MadeFacts, *, by: str, now: datetime) -> bool:
    """Make this of the office under the key; False if it is so already.

    Raises:
        LookupError: there is none.
        SameOfficeError: another one has this name and title.
    """
    rosters = take_rosters(session, EveryOffice(HOME))
    made, holder = _found(session, geoid)
    before = facts_of(made, holder)
    if before == facts:
        return False
    _refuse_same(session, geoid, facts)
    with session.no_autoflush:
        made.before = to_json(before)
        session.get_one(District, geoid).name = facts.district
        _write(session, made, holder, facts, by=by, now=now)
    read_anew(session, rosters)
    session.expire(holder)
    return True


def undo_change(session: Session, geoid: str, *, by: str, now: datetime) -> bool:
    """Go back to what it was before the last change, and with the same once more to that; False if there was none.

    Raises:
        LookupError: there is no such office.
        SameOfficeError: another one has that name and title now.
    """
    made, _ = _found(session, geoid)
    return made.before is not None and change_office(session, geoid, from_json(made.before), by=by, now=now)


def _found(session: Session, geoid: str) -> tuple[MadeOffice, OfficeHolder]:
    found = rows_of(session, geoid)
    if found is None:
        raise LookupError(geoid)
    return found


def _refuse_same(session: Session, geoid: str, facts: MadeFacts) -> None:
    others = select(District.geoid).join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
    same = (OfficeHolder.name == facts.name, District.name == facts.district, OfficeHolder.valid_to.is_(None))
    if session.scalar(others.where(District.chamber.is_(None), District.geoid != geoid, *same).limit(1)):
        raise SameOfficeError


def _write(
    session: Session, made: MadeOffice, holder: OfficeHolder, facts: MadeFacts, *, by: str, now: datetime
) -> None:
    made.titles, made.note, made.set_at, made.set_by = dict(facts.titles), facts.note, now, by
    holder.name, holder.email = facts.name, facts.email
    connect(session, holder, facts.lines, known_lines(session))
