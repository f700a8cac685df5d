"""The offices that a call reaches for: planned, written down, and read again as a plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Call, CalledOffice, LineKind, OfficeLine, PassedOver, Wording


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


_KEPT = TypeAdapter(tuple[PlannedOffice, ...])


def reach_for(call: Call, offices: Sequence[PlannedOffice]) -> PlannedOffice:
    """Write the offices of a call down, in their order; returns the one it begins with, the first that can be rung."""
    call.offices = [_called(rank, office) for rank, office in enumerate(offices)]
    call.office_at, first = next((rank, office) for rank, office in enumerate(offices) if office.number)
    return first


def _called(rank: int, office: PlannedOffice) -> CalledOffice:
    return CalledOffice(
        rank=rank,
        nth=office.nth,
        district_geoid=office.district_geoid,
        how_found=office.how_found,
        office_holder_id=office.holder_id,
        office_line_id=office.line_id,
        line_kind=office.line_kind if office.line_id else None,
        wording=office.wording,
        passed_over=office.passed_over,
    )


def give_offices(session: Session, call_id: int, offices: tuple[PlannedOffice, ...], town: str) -> bool:
    """Let a call reach for these offices, unless it has some already; returns whether it took them."""
    call = session.get_one(Call, call_id, populate_existing=True, options=[joinedload(Call.offices)])
    if call.offices:
        return False
    reach_for(call, offices)
    call.town = town
    session.flush()
    return True


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
