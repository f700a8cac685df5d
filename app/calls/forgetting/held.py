"""In statements: which campaigns a legal hold keeps the calls of. A few rows at most, however long the log."""

from sqlalchemy import ColumnElement, SQLColumnExpression, exists, select
from sqlalchemy.orm import InstrumentedAttribute

from models import Call, CalledOffice, LegalHold

_CAMPAIGNS = select(LegalHold.campaign_id).where(LegalHold.ended_at.is_(None))


def is_held(campaign_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Whether the calls of this campaign are kept: from its beginning on until somebody, or the clock, has ended it."""
    return campaign_id.in_(_CAMPAIGNS)


def is_of_held_call(call_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]) -> ColumnElement[bool]:
    """The same of whatever stands beside a call."""
    return exists().where(Call.id == call_id, is_held(Call.campaign_id))


def is_of_held_office(called_office_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The same of what was told of one of its offices."""
    return exists().where(CalledOffice.id == called_office_id, is_of_held_call(CalledOffice.call_id))
