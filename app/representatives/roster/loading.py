"""Loads the directory from the database in a few statements, and again only when the roster changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from types import MappingProxyType
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, Integer, RowMapping, String, and_, literal_column, select
from sqlalchemy.orm import Session

from app.representatives.facts.switchboards import SWITCHBOARDS
from app.representatives.opening.loading import load_hours
from app.representatives.roster.emails import EMAIL, is_corrected
from app.representatives.roster.meanwhile import waiting_lines
from app.representatives.roster.seats import Directory, Holder, Line, RosterNotSeededError, Seat
from app.representatives.titles import title_of
from app.store.once import Once, Row, param
from app.store.rows import by_name
from models import District, EmailCorrection, HolderLine, LineKind, MadeOffice, OfficeHolder, OfficeLine, Roster

# PostgreSQL's own mark of the transaction that wrote a row: unlike the version, it also tells apart
# two rosters of which one was rolled back, or emptied and seeded anew.
_WRITTEN_BY = literal_column("roster.xmin::text", String)

HOME = "MA"


@dataclass(frozen=True)
class RosterStamp:
    """Which roster of which state it is: another one, however slightly, has another stamp.

    `overtaken_at` is when the next import takes force that was prepared.
    """

    state: str
    version: int
    written_by: str
    overtaken_at: datetime | None = None

    def is_overtaken(self, now: datetime) -> bool:
        """Whether others sit by now than it says: what was prepared has to take force first."""
        return self.overtaken_at is not None and self.overtaken_at <= now


# For a statement beside whose rows a roster stands, and `stamp_of` reads it: whoever asks something anyway.
STAMP = (
    Roster.state.label("roster_state"),
    Roster.version.label("roster_version"),
    _WRITTEN_BY.label("roster_written_by"),
    Roster.overtaken_at.label("roster_overtaken_at"),
)

_READ = Once(lambda: select(*STAMP).where(Roster.state == param("state", String)))


def same_stamp() -> ColumnElement[bool]:
    """Beside a roster: whether it has the stamp of the parameters `roster_version` and `roster_written_by`."""
    version, written_by = param("roster_version", Integer), param("roster_written_by", String)
    return and_(Roster.version == version, written_by == _WRITTEN_BY)


_kept: WeakKeyDictionary[Engine, dict[str, tuple[RosterStamp, Directory]]] = WeakKeyDictionary()
_loading = Lock()


def directory(session: Session, state: str = HOME) -> Directory:
    """The snapshot of one state's roster; costs one tiny statement while the roster is unchanged.

    Raises:
        RosterNotSeededError: there is no roster for this state yet.
    """
    return directory_of(session, read_stamp(session, state))


def read_stamp(session: Session, state: str) -> RosterStamp | None:
    """Which roster of this state is current, None where there is none."""
    row = _READ.row(session, state=state)
    return stamp_of(row) if row else None


def stamp_of(row: Row) -> RosterStamp | None:
    """The stamp that `STAMP` tells in a row, None where there is no roster."""
    if row["roster_state"] is None:
        return None
    return RosterStamp(
        state=row["roster_state"],
        version=row["roster_version"],
        written_by=row["roster_written_by"],
        overtaken_at=row["roster_overtaken_at"],
    )


def directory_of(session: Session, stamp: RosterStamp | None) -> Directory:
    """The same where its stamp is known: no statement at all while the roster is unchanged.

    Raises:
        RosterNotSeededError: it was looked for in vain.
    """
    if stamp is None:
        raise RosterNotSeededError("no roster in the database: run flask seed")
    engine = session.get_bind().engine
    with _loading:
        in_memory = directory_in_memory(engine, stamp)
        if in_memory:
            return in_memory
        loaded = _load(session, stamp.state)
        _kept.setdefault(engine, {})[stamp.state] = (stamp, loaded)
        return loaded


def directory_in_memory(engine: Engine, stamp: RosterStamp) -> Directory | None:
    """The same if it is the one that was loaded last: that takes no session."""
    kept_stamp, kept = _kept.get(engine, {}).get(stamp.state, (None, None))
    return kept if kept_stamp == stamp else None


def _load(session: Session, state: str) -> Directory:
    as_of, source, version = session.execute(
        select(Roster.as_of, Roster.source, Roster.version).where(Roster.state == state)
    ).one()
    holders = _holders(session, state)
    lines = _lines(session, state)
    waiting = waiting_lines(session, state)
    seats = {
        row["geoid"]: by_name(
            Seat,
            row,
            title=title_of(row["chamber"], row["titles"]),
            holder=holders.get(row["geoid"]),
            **_lines_of(holders.get(row["geoid"]), lines, waiting),
            switchboard=_switchboard(row, state) if row["geoid"] in holders else None,
        )
        for row in _seats(session, state)
        if row["chamber"] or row["geoid"] in holders
    }
    usual_hours, own_hours = load_hours(session, state)
    return Directory(
        state=state,
        version=version,
        as_of=as_of,
        source=source,
        seats=MappingProxyType(seats),
        usual_hours=usual_hours,
        own_hours=own_hours,
    )


def _lines_of(
    holder: Holder | None, lines: Mapping[int, Sequence[Line]], meanwhile: Mapping[int, tuple[Line, ...]]
) -> dict[str, tuple[Line, ...]]:
    """The lines that are used, and those that were set where one of them waits."""
    theirs = tuple(lines[holder.id]) if holder else ()
    if holder is None or holder.id not in meanwhile:
        return {"lines": theirs}
    return {"lines": meanwhile[holder.id], "set_lines": theirs}


def _seats(session: Session, state: str) -> Sequence[RowMapping]:
    """Every district, and every seat that was made by hand; one of these that was removed has nobody in it."""
    columns = (District.geoid, District.name.label("district"), District.chamber, District.vacant_until)
    this = (OfficeLine.e164 == SWITCHBOARDS.get(state), OfficeLine.extension == "")
    switchboard = select(OfficeLine.id).where(*this).scalar_subquery().label("switchboard_id")
    of_made = MadeOffice.district_geoid == District.geoid
    seats = select(*columns, MadeOffice.titles, switchboard).outerjoin(MadeOffice, of_made)
    return session.execute(seats.where(District.state == state)).mappings().all()


def _switchboard(row: RowMapping, state: str) -> Line | None:
    """Through which a member of the legislature is reached, too."""
    if row["chamber"] is None or row["switchboard_id"] is None:
        return None
    return Line(row["switchboard_id"], SWITCHBOARDS[state], "", LineKind.SWITCHBOARD)


def _holders(session: Session, state: str) -> dict[str, Holder]:
    """The sitting office holders by district, with the ids of their earlier rows; of two in one district, the last."""
    rows = session.execute(
        select(
            OfficeHolder.district_geoid,
            OfficeHolder.id,
            OfficeHolder.name,
            OfficeHolder.party,
            OfficeHolder.openstates_id,
            EMAIL,
            OfficeHolder.url,
            OfficeHolder.valid_to,
        )
        .join(OfficeHolder.district)
        .outerjoin(EmailCorrection, is_corrected())
        .where(District.state == state)
        .order_by(OfficeHolder.valid_from, OfficeHolder.id)
    )
    terms = rows.mappings().all()
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for term in terms:
        ids[term["openstates_id"]].add(term["id"])
    return {
        term["district_geoid"]: by_name(Holder, term, ids=frozenset(ids[term["openstates_id"]]))
        for term in terms
        if term["valid_to"] is None
    }


def _lines(session: Session, state: str) -> defaultdict[int, list[Line]]:
    """The lines of every sitting office holder by the holder's id, best first."""
    rows = session.execute(
        select(HolderLine.holder_id, OfficeLine.id, OfficeLine.e164, OfficeLine.extension, HolderLine.kind)
        .join(HolderLine.line)
        .join(HolderLine.holder)
        .join(OfficeHolder.district)
        .where(District.state == state, OfficeHolder.valid_to.is_(None))
        .order_by(HolderLine.holder_id, HolderLine.rank, OfficeLine.id)
    )
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for row in rows.mappings():
        found[row["holder_id"]].append(by_name(Line, row))
    return found
