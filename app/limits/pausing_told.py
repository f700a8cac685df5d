"""Tells organizers for what nobody is rung: an alert for each cause, until it is gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.language.moments.short import calendar_day
from app.limits.pauses import Pause
from app.limits.pausing import IN_A_ROW
from app.store.alerts import others_over, raise_alert
from models import AlertKind, Concerns, PlacingPause

CARRIER_PAGE = "/organizers/carrier"
WARNED_AFTER = timedelta(days=30)
TAKEN_BACK_AFTER = timedelta(days=60)  # about: the carrier promises no day

NOBODY = {
    Concerns.ACCOUNT: "Nobody is rung just now.",
    Concerns.CAMPAIGN: "One campaign rings nobody just now.",
    Concerns.CARRIER: "Nobody is rung for a few minutes.",
    Concerns.NUMBER: "Some numbers cannot be rung.",
}
TAKEN_BACK = (
    "The account at the carrier has been unpaid or suspended since {since}. After about 60 days, from {until} on, the "
    "carrier may take your numbers back, and somebody else may get them. Pay before, or ask the carrier's support."
)


@dataclass(frozen=True)
class Told:
    """What is wrong; `about` tells one alert from the others."""

    about: str
    sentence: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.sentence} {self.cure}".strip()


def standing_pauses(session: Session, now: datetime) -> list[Told]:
    """What nobody is rung for, the widest first; what a check found cured is no more told until it is refused again."""
    rows = session.scalars(select(PlacingPause).order_by(PlacingPause.concerns, PlacingPause.about))
    return [told for row in rows if stands(row, now) for told in _told(row, now)]


def tell_of_pauses(session: Session, now: datetime) -> None:
    """Raise an alert for each, and let those be over that are gone."""
    told = {one.about: one for one in standing_pauses(session, now)}
    for about, one in told.items():
        raise_alert(session, AlertKind.CARRIER_REFUSES, about, str(one), link=CARRIER_PAGE, now=now)
    others_over(session, AlertKind.CARRIER_REFUSES, list(told), now=now)


def stands(row: PlacingPause, now: datetime) -> bool:
    """Whether anybody is not rung for it; of the carrier's own trouble one failure or two are nothing yet."""
    if row.concerns is Concerns.CARRIER:
        return row.misses >= IN_A_ROW and Pause(row.code, row.until).holds(now)
    return row.misses > 0


def _told(row: PlacingPause, now: datetime) -> Iterator[Told]:
    fault, which = Pause(row.code, row.until).fault, "" if row.concerns is Concerns.NUMBER else row.about
    about = f"{row.concerns} {which or row.code}"
    yield Told(about, f"{NOBODY[row.concerns]} {fault.said}", fault.cure)
    if fault.is_deaf and row.since < now - WARNED_AFTER:
        since, until = (calendar_day(eastern_day(it)) for it in (row.since, row.since + TAKEN_BACK_AFTER))
        yield Told("numbers", TAKEN_BACK.format(since=since, until=until))
