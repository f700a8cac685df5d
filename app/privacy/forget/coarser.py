"""Lets a call be known less exactly: its town becomes its county, its times a day, and the carrier's words are gone."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Interval, case, delete, func, literal, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.elements import ColumnElement

from app.calls.held import is_held
from app.clock import EASTERN, eastern_day
from app.privacy.forget.along import Along
from app.privacy.forget.times import EXACT
from app.representatives import county_of
from app.statistics.sealing import is_sealed, seal_some
from app.statistics.told import A_DAY, begins
from models import Call, CalledOffice, CallEvent, CarrierEvent, Consent, Feedback, Leg, LineDay

AT_ONCE = 200

Moment = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


def make_coarser(session: Session, now: datetime, along: Along) -> int:
    """Some of the calls that began so long ago and are in no hold; returns how many.

    Before that, their day is sealed, part after part.
    """
    is_old = (~Call.is_coarse, Call.created_at <= now - EXACT, Call.ended_at.is_not(None), ~is_held(Call.campaign_id))
    old = select(Call.id, Call.created_at, Call.town).where(*is_old, Call.created_at >= along.at)
    oldest = session.execute(old.order_by(Call.created_at).limit(1)).one_or_none()
    if oldest is None:
        return 0
    along.at = oldest.created_at
    day = eastern_day(oldest.created_at)
    if not is_sealed(session, day):
        return int(seal_some(session, day, now))
    of_day = old.where(Call.created_at >= oldest.created_at, Call.created_at < begins(day + A_DAY))
    some = session.execute(of_day.order_by(Call.created_at).limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    if some:
        _make_coarser([row.id for row in some], sorted({row.town for row in some}), session)
        _to_the_day(session, (LineDay.day == day) & (LineDay.last_tried > _day(LineDay.last_tried)), LineDay.last_tried)
    return len(some)


def _make_coarser(ids: Sequence[int], towns: Sequence[str], session: Session) -> None:
    session.execute(delete(CarrierEvent).where(CarrierEvent.call_id.in_(ids)))
    offices = select(CalledOffice.id).where(CalledOffice.call_id.in_(ids))
    _to_the_day(session, Leg.call_id.in_(ids), Leg.ringing_at, Leg.answered_at, Leg.ended_at)
    _to_the_day(session, CallEvent.call_id.in_(ids), CallEvent.at)
    _to_the_day(session, Feedback.called_office_id.in_(offices), Feedback.created_at, Feedback.changed_at)
    _to_the_day(session, Consent.call_id.in_(ids), Consent.given_at)
    county = case({town: county_of(town) for town in towns}, value=Call.town, else_="")
    # Long after its end nobody asks the carrier of it, as if it had ended just now.
    checked = _day(Call.ended_at) + literal(A_DAY, Interval)
    apart = {"town": county, "checked_at": checked, "is_coarse": True}
    times = (Call.created_at, Call.status_since, Call.waits_since, Call.ring_at, Call.ring_until, Call.ended_at)
    session.execute(update(Call).where(Call.id.in_(ids)).values({**_days(times), **apart}))


def _to_the_day(session: Session, which: ColumnElement[bool], *times: Moment) -> None:
    session.execute(update(times[0].class_).where(which).values(_days(times)))


def _days(times: Sequence[Moment]) -> dict[str, object]:
    return {time.key: _day(time) for time in times}


@cache
def _day(time: Moment) -> ColumnElement[datetime]:
    """When the day began, in Massachusetts."""
    return func.date_trunc("day", time, EASTERN.key)
