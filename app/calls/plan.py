"""The offices that a call reaches for: planned, written down, and read again as a plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg.types.json import Jsonb
from pydantic import TypeAdapter
from sqlalchemy import CTE, ColumnElement, column, func, insert, select, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from app.store.once import as_json, param
from models import CalledOffice, LineKind, OfficeLine, PassedOver, Wording


@dataclass(frozen=True)
class PlannedOffice:
    """Whom to connect to: the seat, who holds it, the line that rings there and its number, or why none does.

    `nth` counts office holders from 1; somebody with two lines is planned twice.
    """

    nth: int
    district_geoid: str
    how_found: str
    holder_id: int | None
    line_id: int | None
    number: str | None
    line_kind: LineKind | None = LineKind.CAPITOL
    wording: Wording = Wording.ASK
    passed_over: PassedOver | None = None

    @property
    def is_open_to_all(self) -> bool:
        """Whether whoever calls on their own phone, or writes, may turn to it, though we may have no number of it."""
        return self.passed_over in {None, PassedOver.NO_NUMBER}


_KEPT = TypeAdapter(tuple[PlannedOffice, ...])


def first_of(offices: Sequence[PlannedOffice]) -> tuple[int, PlannedOffice]:
    """The office with which a call begins, the first that can be rung, and its rank."""
    return next((rank, office) for rank, office in enumerate(offices) if office.number)


def reached_for(call: CTE, call_id: ColumnElement[int]) -> CTE:
    """Write the offices of the parameter `offices` down for a call that has none: what `as_rows` makes of them."""
    plain = [column(it.name, it.type) for it in CalledOffice.__table__.columns if it.name not in {"id", "call_id"}]
    names = [it.name for it in plain]
    given = func.jsonb_to_recordset(param("offices", JSONB)).table_valued(*plain)
    rows = given.render_derived(name="given", with_types=True)
    wanted = select(call_id, *(rows.c[name] for name in names)).select_from(call).join(rows, true())
    return insert(CalledOffice).from_select(["call_id", *names], wanted).cte("offices")


def as_rows(offices: Sequence[PlannedOffice]) -> Jsonb:
    """Planned offices in their order, for `reached_for`."""
    return as_json([_row(rank, office) for rank, office in enumerate(offices)])


def _row(rank: int, office: PlannedOffice) -> dict[str, object]:
    return {
        "rank": rank,
        "nth": office.nth,
        "district_geoid": office.district_geoid,
        "how_found": office.how_found,
        "office_holder_id": office.holder_id,
        "office_line_id": office.line_id,
        "line_kind": office.line_kind if office.line_id else None,
        "wording": office.wording,
        "passed_over": office.passed_over,
    }


def plan_of(session: Session, call_id: int, from_place: int = 0) -> tuple[PlannedOffice, ...]:
    """The offices of a call as they were planned, from the holder at `from_place` on."""
    query = select(CalledOffice, OfficeLine.e164).outerjoin(OfficeLine).where(CalledOffice.call_id == call_id)
    rows = [(office, number) for office, number in session.execute(query.order_by(CalledOffice.rank))]
    first = next((office.nth for office, _ in rows if office.rank >= from_place), 1)
    return tuple(_planned(office, number) for office, number in rows if office.nth >= first)


def _planned(office: CalledOffice, number: str | None) -> PlannedOffice:
    return PlannedOffice(
        nth=office.nth,
        district_geoid=office.district_geoid,
        how_found=office.how_found,
        holder_id=office.office_holder_id,
        line_id=office.office_line_id,
        number=number,
        line_kind=office.line_kind,
        wording=office.wording,
        passed_over=office.passed_over,
    )


def to_json(offices: tuple[PlannedOffice, ...]) -> list[dict[str, object]]:
    """Planned offices as a row keeps them."""
    kept: list[dict[str, object]] = _KEPT.dump_python(offices, mode="json")
    return kept


def from_json(rows: list[dict[str, object]]) -> tuple[PlannedOffice, ...]:
    """The planned offices that a row keeps."""
    return _KEPT.validate_python(rows)
