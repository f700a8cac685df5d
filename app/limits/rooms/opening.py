"""Use cases of organizers: open a phone bank, close it before its time, and see how those of a campaign go."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import String, cast, func, select, update
from sqlalchemy.orm import Session

from app.limits.rooms.codes import new_code
from app.store.rows import by_name
from models import Call, CallSource, PhoneBank

LONGEST = timedelta(days=1)
MOST_NAMED = 200


@dataclass(frozen=True)
class Wanted:
    """What an organizer asks for: where, how many people, from when until when."""

    place: str
    people: int
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True)
class ShownRoom:
    """A phone bank as organizers see it: `rung` different numbers, and `calls` in all, on own phones too."""

    id: int
    campaign_id: int
    place: str
    code: str
    people: int
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    made_by: str
    rung: int
    calls: int
    on_own_phones: int

    def is_over(self, now: datetime) -> bool:
        """Whether its code is good no more."""
        return self.closed_at is not None or now >= self.closes_at

    def is_open(self, now: datetime) -> bool:
        """Whether its code is good now."""
        return self.opens_at <= now and not self.is_over(now)


def open_room(session: Session, campaign_id: int, wanted: Wanted, *, by: str, now: datetime) -> int:
    """Make it, with a code of its own; returns its id."""
    room = PhoneBank(campaign_id=campaign_id, code=new_code(), made_by=by, made_at=now, **vars(wanted))
    session.add(room)
    session.flush()
    return room.id


def close_room(session: Session, campaign_id: int, room_id: int, now: datetime) -> bool:
    """Let its code be good no more; False if it is over already, or none of this campaign."""
    this = (PhoneBank.id == room_id, PhoneBank.campaign_id == campaign_id)
    still = (PhoneBank.closed_at.is_(None), PhoneBank.closes_at > now)
    closed = update(PhoneBank).where(*this, *still).values(closed_at=now).returning(PhoneBank.id)
    return session.scalar(closed) is not None


def rooms_of(session: Session, campaign_id: int, room_id: int | None = None) -> list[ShownRoom]:
    """Those of a campaign, the newest first, or the one of this id; one statement."""
    # Once a number is forgotten, each of its calls counts as one.
    number = func.coalesce(func.encode(Call.phone_hash, "hex"), cast(Call.id, String))
    we_rang = Call.source != CallSource.OWN_PHONE
    rung = func.count(number.distinct()).filter(we_rang).label("rung")
    own = func.count().filter(Call.source == CallSource.OWN_PHONE).label("on_own_phones")
    theirs = select(rung, own, func.count().label("calls")).where(Call.phone_bank_id == PhoneBank.id)
    counted = theirs.where(~Call.rehearsal).lateral("counted")
    columns = (PhoneBank.__table__.c[name] for name in ShownRoom.__dataclass_fields__ if name in PhoneBank.__table__.c)
    query = select(*columns, *counted.c).where(PhoneBank.campaign_id == campaign_id)
    if room_id is not None:
        query = query.where(PhoneBank.id == room_id)
    rows = session.execute(query.order_by(PhoneBank.opens_at.desc(), PhoneBank.id.desc())).mappings()
    return [by_name(ShownRoom, row) for row in rows]


def room_names(session: Session, campaign_ids: Collection[int] | None = None) -> dict[int, str]:
    """Where the phone banks of these campaigns are, by their ids, the newest first: calls can be asked for by them."""
    query = select(PhoneBank.id, PhoneBank.place).order_by(PhoneBank.id.desc()).limit(MOST_NAMED)
    if campaign_ids is not None:
        query = query.where(PhoneBank.campaign_id.in_(campaign_ids))
    return {row.id: row.place for row in session.execute(query)}
