"""Writes a new call down with its offices, and that it began: one statement, with whatever else begins with a call."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import CTE, Connection, Select, SQLColumnExpression, String, select, true
from sqlalchemy.orm import Session

from app.calls.life import events
from app.calls.life.status import Part, new_call
from app.calls.plan import PlannedOffice, as_rows, first_of, reached_for
from app.store.once import Once, Row, param
from models import Call, CallSource, CallStatus, EventSource


@dataclass
class NewCall:
    """A call that nobody has written down yet; its columns are named as there."""

    campaign_id: int
    campaign_version: int
    source: CallSource
    rehearsal: bool = False
    form_nonce: str | None = None
    phone_bank_id: int | None = None
    came_from: str = ""
    phone_encrypted: bytes | None = None
    phone_hash: bytes | None = None
    agreed_in: str | None = None
    withheld: bool = False
    town: str = ""
    language: str = "en"
    more_time: bool = False
    waits_for: str | None = None
    waits_since: datetime | None = None
    ring_at: datetime | None = None
    ring_until: datetime | None = None
    offices: tuple[PlannedOffice, ...] = ()

    @property
    def first(self) -> PlannedOffice:
        """The office with which it begins.

        Raises:
            StopIteration: none that can be rung is known yet.
        """
        return first_of(self.offices)[1]

    def values(self) -> dict[str, object]:
        """As parameters of the statement that writes it down."""
        office_at = next((rank for rank, office in enumerate(self.offices) if office.number), 0)
        own = {name: getattr(self, name) for name in _AS_IT_IS}
        apart = {"call_source": self.source, "office_at": office_at}
        return {**own, **apart, "offices": as_rows(self.offices)}


_AS_IT_IS = [one.name for one in fields(NewCall) if one.name not in {"source", "offices"}]


@dataclass(frozen=True)
class Admission:
    """What is looked at `before` a call is written down, in one row; it is written where `admitted` has a row.

    `told` is told back of the one, whether there is the other or not.
    """

    before: CTE
    admitted: CTE
    told: tuple[SQLColumnExpression[object], ...]


class Beginning:
    """To write a new call down; `parts` are what the same statement writes beside it. Made once a process."""

    def __init__(self, *parts: Part) -> None:
        self._statement = Once(lambda: _beginning(parts))

    def of(
        self, session: Session, call: NewCall, status: CallStatus, *, source: EventSource, **values: object
    ) -> Row | None:
        """Its `id`, and what its parts tell; None if there is one that excludes it, and nothing was written."""
        return self._statement.row(session, **call.values(), status=status, source=source, **values)


class AdmittedBeginning:
    """The same for a call that is written only if it may be."""

    def __init__(self, admission: Admission, *parts: Part) -> None:
        self._statement = Once(lambda: _beginning(parts, admission))

    def build(self) -> None:
        """Build its statement, before somebody waits for it."""
        self._statement.build()

    def of(
        self, session: Session | Connection, call: NewCall, status: CallStatus, *, source: EventSource, **values: object
    ) -> Row:
        """The same with what the admission tells; without an `id` where nothing was written."""
        return self._statement.rows(session, **call.values(), status=status, source=source, **values)[0]


def _beginning(parts: tuple[Part, ...], admission: Admission | None = None) -> Select[*tuple[object, ...]]:
    columns = {name: param(name, Call.__table__.c[name].type) for name in (*_AS_IT_IS, "office_at")}
    admitted = admission.admitted if admission else None
    made = new_call({**columns, "source": param("call_source", String)}, admitted)
    beside = [part(made) for part in parts]
    written = (cte for one in beside for cte in one.written)
    of_parts = {name: value for one in beside for name, value in one.told.items()}
    columns_told = (made.c.id, *(value.label(name) for name, value in of_parts.items()))
    told = select(*columns_told).add_cte(events.begun(made), reached_for(made, made.c.id), *written)
    if admission is None:
        return told
    return told.add_columns(*admission.told).select_from(admission.before.outerjoin(made, true()))


_BEGIN = Beginning()


def begin_call(session: Session, call: NewCall, status: CallStatus, *, source: EventSource) -> int | None:
    """Write a new call down, and nothing beside it; returns its id."""
    row = _BEGIN.of(session, call, status, source=source)
    return row["id"] if row else None
