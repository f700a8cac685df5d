"""What came of a call in one word, in a statement: by the same tables as `came_of` goes for one call."""

from sqlalchemy import ColumnElement, and_, case, exists, func, or_

from app.calls.shown.log.came_of import BY_LINE, BY_REASON, BY_REPORT, BY_STATUS, TALK_SECONDS, CameOf
from models import AFTER_ONE, Call, CalledOffice, CallEvent, CallSource, LineOutcome, ReportedOutcome, ReportSource


def came_of_it() -> ColumnElement[str]:
    """The word for a call."""
    said, by_themselves = Call.reported_outcome, Call.source == CallSource.OWN_PHONE
    talked = func.coalesce(Call.talk_seconds, 0) >= TALK_SECONDS
    lasted = case((talked, CameOf.TALKED.value), else_=CameOf.OFFICE_PICKED_UP.value)
    by_report = {told: word.value for told, word in BY_REPORT.items()}
    picked_up = case(by_report, value=said, else_=lasted)
    by_line = case({line: word.value for line, word in BY_LINE.items()}, value=Call.line_outcome)
    by_status = {status: word.value for status, word in BY_STATUS.items()}
    by_reason = {reason: word.value for reason, word in BY_REASON.items()}
    return case(
        (and_(by_themselves, said == ReportedOutcome.WROTE), CameOf.WROTE.value),
        (by_themselves, CameOf.OWN_PHONE.value),
        (Call.ended_at.is_(None), CameOf.UNDER_WAY.value),
        (and_(Call.reported_source == ReportSource.ORGANIZER, said.in_(by_report)), case(by_report, value=said)),
        (Call.line_outcome == LineOutcome.ANSWERED, picked_up),
        (Call.line_outcome.is_not(None), by_line),
        (Call.end_reason.is_not(None), case(by_reason, value=Call.end_reason, else_=CameOf.NOT_RUNG.value)),
        (Call.status.in_(by_status), case(by_status, value=Call.status)),
        else_=_hung_up(),
    )


def _hung_up() -> ColumnElement[str]:
    """No office was rung. What is looked up is of the call alone: the statement may be about offices itself."""
    on_hotline = Call.source == CallSource.HOTLINE
    offices = exists().where(CalledOffice.call_id == Call.id)
    no_office = and_(offices.correlate(Call), ~offices.where(CalledOffice.passed_over.is_(None)).correlate(Call))
    pressed = exists().where(CallEvent.call_id == Call.id, CallEvent.to_status.in_(AFTER_ONE)).correlate(Call)
    return case(
        (and_(on_hotline, Call.town == ""), CameOf.GAVE_NO_PLACE.value),
        (no_office, CameOf.NO_OFFICE.value),
        (or_(pressed, on_hotline), CameOf.LEFT_BEFORE_OFFICE.value),
        else_=CameOf.LEFT_IN_GREETING.value,
    )
