"""Reads the calls under way: a few are shown, however many there are, and all are counted; one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, Select, String, any_, cast, func, or_, select
from sqlalchemy.orm import Session

from app.guard.phone_numbers import national
from app.store.once import Once, param
from app.store.rows import by_name
from models import Call, CalledOffice, CallSource, CallStatus, District, LineKind, OfficeHolder, OfficeLine

SHOWN = 30


@dataclass(frozen=True)
class CallNow:
    """One call: where it is in its life and since when, whom it reaches for, and on which line it is or waits."""

    id: int
    campaign_id: int
    source: CallSource
    status: CallStatus
    status_since: datetime
    created_at: datetime
    town: str
    representative: str | None
    district: str | None
    line_kind: LineKind | None
    number: str | None
    waits_since: datetime | None

    @property
    def since(self) -> datetime:
        """Since when it is at this step; of one that waits, since when it has its place."""
        waits = self.waits_since if self.status is CallStatus.REQUESTED else None
        return waits or self.status_since

    @property
    def line(self) -> str:
        """The office's number, as people write it."""
        return national(self.number) if self.number else ""


@dataclass(frozen=True)
class Now:
    """So many on the phone, so many who wait for their turn, and some of them: whoever is on the phone comes first."""

    at: datetime
    on_the_phone: int
    waiting: int
    calls: Sequence[CallNow]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.on_the_phone + self.waiting - len(self.calls)


def calls_now(session: Session, now: datetime, campaigns: frozenset[int] | None = None) -> Now:
    """Those of these campaigns, or of all; rehearsals are nobody, and what was agreed for later is not yet."""
    written = "{" + ",".join(map(str, sorted(campaigns))) + "}" if campaigns is not None else None
    rows = _READ.rows(session, campaigns=written)
    if not rows:
        return Now(now, 0, 0, ())
    return Now(now, rows[0]["on_the_phone"], rows[0]["waiting"], [by_name(CallNow, row) for row in rows])


def _select() -> Select[*tuple[object, ...]]:
    """Those few first, then whom each of them reaches for."""
    theirs = cast(param("campaigns", String), ARRAY(BigInteger))
    waits = Call.status == CallStatus.REQUESTED
    newest = (
        select(
            Call.id,
            func.count().filter(~waits).over().label("on_the_phone"),
            func.count().filter(waits).over().label("waiting"),
        )
        .where(
            Call.ended_at.is_(None),
            Call.status != CallStatus.SCHEDULED,
            ~Call.rehearsal,
            or_(theirs.is_(None), Call.campaign_id == any_(theirs)),
        )
        .order_by(waits, Call.waits_since, Call.id)
        .limit(SHOWN)
        .cte("under_way")
    )
    columns = (
        newest.c.on_the_phone,
        newest.c.waiting,
        Call.id,
        Call.campaign_id,
        Call.source,
        Call.status,
        Call.status_since,
        Call.created_at,
        Call.town,
        OfficeHolder.name.label("representative"),
        District.name.label("district"),
        CalledOffice.line_kind,
        OfficeLine.e164.label("number"),
        Call.waits_since,
    )
    at_office = (CalledOffice.call_id == Call.id) & (CalledOffice.rank == Call.office_at)
    return (
        select(*columns)
        .join(newest, newest.c.id == Call.id)
        .outerjoin(CalledOffice, at_office)
        .outerjoin(OfficeHolder, OfficeHolder.id == CalledOffice.office_holder_id)
        .outerjoin(District, District.geoid == CalledOffice.district_geoid)
        .outerjoin(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .order_by(waits, Call.waits_since, Call.id)
    )


_READ = Once(_select)
