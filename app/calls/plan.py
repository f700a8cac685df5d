"""The offices that a call reaches for: planned, written down, and read again as a plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

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


def called(rank: int, office: PlannedOffice) -> CalledOffice:
    """The row of a planned office at its rank."""
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
    """Let a call reach for these offices, unless it has some already; returns whether it took them. Does not commit."""
    call = session.get_one(Call, call_id, populate_existing=True)
    if call.offices:
        return False
    call.offices = [called(rank, office) for rank, office in enumerate(offices)]
    call.office_at = next(rank for rank, office in enumerate(offices) if office.number)
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


def to_json(offices: Iterable[PlannedOffice]) -> list[dict[str, Any]]:
    """Planned offices as a row keeps them."""
    return [vars(office) for office in offices]


def from_json(rows: Iterable[dict[str, Any]]) -> tuple[PlannedOffice, ...]:
    """The planned offices that a row keeps."""
    return tuple(
        PlannedOffice(
            **row
            | {
                "line_kind": LineKind(row["line_kind"]) if row["line_kind"] else None,
                "wording": Wording(row["wording"]),
                "passed_over": PassedOver(row["passed_over"]) if row["passed_over"] else None,
            }
        )
        for row in rows
    )
