"""A room by its code: read once for whoever comes with one; wrong codes are counted for each visitor."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, String, literal_column, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, admit, often_enough
from app.limits.rooms.codes import code_in
from app.limits.visitors import Visitor
from app.store.once import Once, Row, param
from models import Limited, PhoneBank

WRONG_CODES = Limit(Limited.ROOM_CODES, at_most=30)  # an hour, of one visitor: a hall that mistypes is not shut out
NAME = "room {id}"
PAGES_EACH = 2  # of offices to call on own phones, for each person in the room


class NoRoom(StrEnum):
    """Why a code does not help."""

    UNKNOWN = "unknown"
    NOT_YET = "not-yet"
    OVER = "over"
    TRIED_OFTEN = "tried-often"


@dataclass(frozen=True)
class Room:
    """A room that is open: where it is, and how many people may call from it until when."""

    id: int
    place: str
    people: int
    closes_at: datetime

    @property
    def name(self) -> str:
        """As limits know it, whatever the address from which somebody of it comes."""
        return NAME.format(id=self.id)

    @property
    def visitor(self) -> Visitor:
        """Who has as many different numbers rung as there are people, in an hour as in all, now or at agreed times."""
        return Visitor(self.name, self.people, self.people, until=self.closes_at, agreed_times=self.people)


def room_by(
    session: Session, vault: PhoneVault, typed: str, campaign_id: int, *, visitor: str, now: datetime
) -> Room | NoRoom:
    """The room that is open under this code, or why there is none. Who tried too many learns nothing more."""
    row = _READ.rows(session, code=code_in(typed), **WRONG_CODES.values(vault, visitor, now))[0]
    if row["is_often"]:
        return NoRoom.TRIED_OFTEN
    if row["id"] is None or row["campaign_id"] != campaign_id:
        admit(session, vault, WRONG_CODES, visitor, now=now)
        return NoRoom.UNKNOWN
    return _why_not(row, now) or Room(row["id"], row["place"], row["people"], row["closes_at"])


def _why_not(row: Row, now: datetime) -> NoRoom | None:
    if now < row["opens_at"]:
        return NoRoom.NOT_YET
    return NoRoom.OVER if row["closed_at"] or now >= row["closes_at"] else None


def _by_code() -> Select[*tuple[object, ...]]:
    """One row, whether there is such a room or not."""
    columns = ("id", "campaign_id", "place", "people", "opens_at", "closes_at", "closed_at")
    asked = select(literal_column("1").label("one")).subquery("asked")
    theirs = asked.outerjoin(PhoneBank, PhoneBank.code == param("code", String))
    told = (PhoneBank.__table__.c[name] for name in columns)
    return select(often_enough().label("is_often"), *told).select_from(theirs)


_READ = Once(_by_code)
