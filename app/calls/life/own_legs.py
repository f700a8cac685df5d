"""Which legs are a call's own: what the carrier tells of any other changes nothing."""

from sqlalchemy import ColumnElement, String, and_, exists, or_, select
from sqlalchemy.orm import aliased

from app.calls.life.legs import LEG_SID, office_at
from app.calls.life.status import CALL_ID
from app.store.once import param
from models import Call, Leg, LegRole

PARENT_SID = param("parent_sid", String)
NO_PARENT = ""  # not every carrier tells from which leg an office was dialed

_supporters = aliased(Leg)
_OF_SUPPORTER = (_supporters.call_id == CALL_ID, _supporters.role == LegRole.SUPPORTER)


def is_on_its_leg() -> ColumnElement[bool]:
    """Whether the turn at `leg_sid` is on a leg to the call's supporter; one that comes before any is known, is."""
    there = select(_supporters.id).where(*_OF_SUPPORTER)
    return or_(there.where(_supporters.carrier_sid == LEG_SID).exists(), ~there.exists())


def is_of_its_leg(role: LegRole) -> ColumnElement[bool]:
    """Whether the report of `leg_sid` is of a leg that the call has there, or may have got just now.

    A statement for legs of both roles would be planned anew at every report, which costs more than the report itself:
    the database keeps a plan only where to know the values makes it little better.
    """
    there, may_be_its = (
        (Leg.called_office_id.is_(None), _may_be_rung())
        if role is LegRole.SUPPORTER
        else (Leg.called_office_id == office_at(), _may_be_dialed())
    )
    known = exists().where(Leg.carrier_sid == LEG_SID, Leg.call_id == CALL_ID, Leg.role == role, there)
    is_new = ~exists().where(Leg.carrier_sid == LEG_SID)
    return or_(known, and_(is_new, may_be_its))


def _may_be_rung() -> ColumnElement[bool]:
    """Their phone may be rung once more, where the call is not over and no other ring of it is."""
    other = select(_supporters.id).where(*_OF_SUPPORTER, _supporters.ended_at.is_(None))
    return and_(Call.ended_at.is_(None), ~other.exists())


def _may_be_dialed() -> ColumnElement[bool]:
    """An office of the call may be dialed from their leg; once the call is over, only one that is told of late."""
    of_theirs = select(_supporters.id).where(*_OF_SUPPORTER)
    from_theirs = of_theirs.where(_supporters.carrier_sid == PARENT_SID).exists()
    no_other = ~exists().where(Leg.called_office_id == office_at())
    under_way = and_(Call.ended_at.is_(None), or_(PARENT_SID == NO_PARENT, from_theirs, ~of_theirs.exists()))
    return and_(office_at().is_not(None), or_(under_way, and_(from_theirs, no_other)))
