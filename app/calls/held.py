"""In statements: which campaigns a legal hold keeps the calls of. A few rows at most, however long the log."""

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models import TO_ITS_OWNER, Call, CalledOffice, Feedback, LegalHold

_CALL, _OFFICE = aliased(Call), aliased(CalledOffice)  # whatever the statement around them reads
HELD_OF = Call.source.not_in(TO_ITS_OWNER)
_CAMPAIGNS = select(LegalHold.campaign_id).where(LegalHold.ended_at.is_(None))


def is_held(campaign_id: SQLColumnExpression[int] | SQLColumnExpression[int | None]) -> ColumnElement[bool]:
    """Whether the calls of this campaign are kept: from its beginning on until somebody, or the clock, has ended it."""
    return campaign_id.in_(_CAMPAIGNS)


def is_number_held() -> ColumnElement[bool]:
    """Whether the number of this call is kept: not of whom we rang alone to hear what they want, and no office."""
    return and_(is_held(Call.campaign_id), HELD_OF)


def is_of_held_call(call_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]) -> ColumnElement[bool]:
    """The same of whatever stands beside a call."""
    return exists().where(_CALL.id == call_id, is_held(_CALL.campaign_id))


def is_of_held_office(called_office_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The same of what was told of one of its offices."""
    return exists().where(_OFFICE.id == called_office_id, is_of_held_call(_OFFICE.call_id))


def is_answer_kept() -> ColumnElement[bool]:
    """Of a report: whether to put another in its place would lose what a hold keeps, and nothing else tells.

    Which outcome was told before stands among what happened to the call; words and a stance stand nowhere else.
    """
    is_more_told = or_(Feedback.stance.is_not(None), Feedback.note_sealed.is_not(None))
    return and_(is_more_told, is_of_held_office(Feedback.called_office_id))
