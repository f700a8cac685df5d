"""No office gets more than its share on a day of action: each ring is counted by the statement that admits it."""

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    ScalarSelect,
    Select,
    String,
    and_,
    exists,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.campaigns.action.day import ActionDay
from app.store.once import Once, param
from models import ActionDay as Row
from models import ActionShare, Call, CalledOffice, CallStatus

# Whose phone rings, or who hears the script: the office's own was not rung yet, and is counted with them.
ON_THE_WAY = (CallStatus.DIALING, CallStatus.RINGING, CallStatus.ANSWERED, CallStatus.ACCEPTED)


def take_share(session: Session | Connection, day: ActionDay | None, geoid: str) -> bool:
    """Let the office be rung once more; False, and nothing is counted, where it had its share of the day."""
    if day is None or day.share is None:
        return True
    return _TAKEN.row(session, day_id=day.id, geoid=geoid, share=day.share) is not None


def has_room(session: Session | Connection, day: ActionDay | None, geoid: str, call_id: int, number: str) -> bool:
    """Whether there is some left for one more supporter, beside those who are on their way to that office.

    Whoever asks holds the number's row: so of many at once no more are rung than can be connected.
    """
    if day is None or day.share is None:
        return True
    values = {"day_id": day.id, "geoid": geoid, "call_id": call_id, "number": number}
    row = _USED.row(session, **values)
    return row is None or row["used"] < day.share


def had_share(day: ColumnElement[object], geoid: ColumnElement[str]) -> ColumnElement[bool]:
    """In a statement with the parameter `campaign_id`: whether an office was rung as often as it may be."""
    this = (Row.campaign_id == param("campaign_id", BigInteger), Row.day == day, Row.canceled_at.is_(None))
    rung = and_(ActionShare.action_day_id == Row.id, ActionShare.district_geoid == geoid)
    return exists().where(*this, rung, ActionShare.calls >= Row.share)


def _on_the_way() -> ScalarSelect[int]:
    to_it = and_(CalledOffice.call_id == Call.id, CalledOffice.rank == Call.office_at)
    return (
        select(func.count())
        .select_from(Call)
        .join(CalledOffice, to_it)
        .join(Row, Row.id == param("day_id", BigInteger))
        .where(Call.holds_line == param("number", String), Call.status.in_(ON_THE_WAY), ~Call.rehearsal)
        .where(Call.campaign_id == Row.campaign_id, CalledOffice.district_geoid == param("geoid", String))
        .where(Call.id != param("call_id", BigInteger))
        .scalar_subquery()
    )


def _rung() -> ScalarSelect[int]:
    this = (
        ActionShare.action_day_id == param("day_id", BigInteger),
        ActionShare.district_geoid == param("geoid", String),
    )
    return select(ActionShare.calls).where(*this).scalar_subquery()


def _taken() -> Select[int]:
    first = {"action_day_id": param("day_id", BigInteger), "district_geoid": param("geoid", String), "calls": 1}
    one_more = (
        insert(ActionShare)
        .values(first)
        .on_conflict_do_update(
            index_elements=[ActionShare.action_day_id, ActionShare.district_geoid],
            set_={"calls": ActionShare.calls + 1},
            where=ActionShare.calls < param("share", Integer),
        )
    )
    taken = one_more.returning(ActionShare.calls).cte("taken")
    return select(taken.c.calls)


_TAKEN = Once(_taken)
_USED = Once(lambda: select((func.coalesce(_rung(), 0) + _on_the_way()).label("used")))
