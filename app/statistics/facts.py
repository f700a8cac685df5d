"""What calls count for as they are now: a row a call, and one for each office holder whom it reached for."""

from collections.abc import Mapping

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Label,
    Select,
    SQLColumnExpression,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by

from app.calls.life.newest_leg import office_leg_status
from app.calls.life.reports import by_rank
from app.calls.shown.kinds import Kind
from app.calls.shown.log.came import came_of_it
from app.calls.shown.log.came_of import TALK_SECONDS
from app.clock import EASTERN
from app.telephony.outcomes import LINE_OUTCOME
from models import (
    AFTER_ONE,
    THROUGH_US,
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CallStatus,
    Feedback,
    Leg,
    LineOutcome,
    ReportedOutcome,
)

# Rehearsals reach nobody, and of those whom we ring back nobody wants to reach an office.
COUNTS = (~Call.rehearsal, Call.source.in_([*THROUGH_US, CallSource.OWN_PHONE]))

DAY: ColumnElement[object] = cast(func.timezone(EASTERN.key, Call.created_at), Date)
HOUR: ColumnElement[object] = func.date_trunc(
    "hour", Call.created_at, "UTC"
)  # there, too, hours begin with those of UTC

# Skipped steps were taken all the same: their reports got lost.
_ANSWERED = (CallStatus.ANSWERED, *AFTER_ONE, CallStatus.COMPLETED)
_RANG = (CallStatus.RINGING, CallStatus.NO_ANSWER, *_ANSWERED)


def calls_now(*which: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    """What each of these calls counts for, by the columns of `CountedCall`."""
    came_to = (CallEvent.call_id == Call.id, CallEvent.to_status.is_not(None))
    steps = select(
        _any(CallEvent.to_status.in_(_RANG)).label("rang"),
        _any(CallEvent.to_status.in_(_ANSWERED)).label("answered"),
        _any(CallEvent.to_status.in_(AFTER_ONE)).label("pressed"),
    )
    step = steps.where(*came_to).lateral("step")
    us = Call.source != CallSource.OWN_PHONE
    dialed_in = and_(Call.source == CallSource.HOTLINE, Call.ring_at.is_(None))
    rung = Call.line_outcome.is_not(None)  # whoever came to an office took every step before
    reached = and_(us, func.coalesce(Call.line_outcome == LineOutcome.ANSWERED, false()))
    seconds = func.coalesce(Call.talk_seconds, 0)
    facts = {
        "call_id": Call.id,
        "campaign_id": Call.campaign_id,
        "day": DAY,
        "hour": HOUR,
        "town": Call.town,
        "came_from": Call.came_from,
        "way": _way(),
        "language": Call.language,
        "line": Call.line_outcome,
        "said": Call.reported_outcome,
        "came": came_of_it(),
        "through_us": us,
        "rang": and_(us, or_(step.c.rang, dialed_in, rung)),
        "answered": and_(us, or_(step.c.answered, dialed_in, rung)),
        "pressed": and_(us, or_(step.c.pressed, rung)),
        "reached": reached,
        "talked": and_(reached, seconds >= TALK_SECONDS),
        "told": Call.reported_outcome.is_not(None),
        "seconds": seconds,
    }
    return select(*_labeled(facts)).join(step, literal(True)).where(*COUNTS, *which)


def offices_now(*which: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    """What each office holder of these calls counts for, by the columns of `CountedOffice`.

    Of an office with several lines that counts which answered, else the last one that was tried; of several reports the
    best; the stance that was told last.
    """
    line = _by_line(*which).subquery("of_line")
    answered = _any(line.c.showed == LineOutcome.ANSWERED)
    last = func.array_agg(aggregate_order_by(line.c.showed, line.c.rank.desc())).filter(line.c.showed.is_not(None))
    stances = func.array_agg(aggregate_order_by(line.c.stance, line.c.rank.desc())).filter(line.c.stance.is_not(None))
    words = list(ReportedOutcome)
    best = func.min(case({word: nth for nth, word in enumerate(words)}, value=line.c.said))
    facts = {
        "call_id": line.c.call_id,
        "nth": line.c.nth,
        "district_geoid": func.min(line.c.district_geoid),
        "office_holder_id": func.min(line.c.office_holder_id),
        "line": case((answered, LineOutcome.ANSWERED.value), else_=last[1]),
        "said": case(dict(enumerate(words)), value=best),
        "stance": stances[1],
        "seconds": func.sum(line.c.seconds),
    }
    return select(*_labeled(facts)).group_by(line.c.call_id, line.c.nth)


def _by_line(*which: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    """Each line that was tried, or of which something was told: of the same office, what counts of it."""
    of_it = Feedback.called_office_id == CalledOffice.id
    first = by_rank(Feedback.source)
    said = select(Feedback.outcome).where(of_it).order_by(first).limit(1).scalar_subquery()
    stance = select(Feedback.stance).where(of_it).order_by(first).limit(1).scalar_subquery()
    exact = case((~Call.is_coarse, Leg.ended_at - Leg.answered_at))  # what lies between two days is no talk
    on_line = func.extract("epoch", exact)
    talk = func.coalesce(Leg.duration_seconds, cast(func.round(func.greatest(on_line, 0)), Integer), 0)
    talked = select(func.coalesce(func.sum(talk), 0)).where(Leg.called_office_id == CalledOffice.id).scalar_subquery()
    status = office_leg_status()
    every = (
        select(
            CalledOffice.call_id,
            CalledOffice.nth,
            CalledOffice.rank,
            CalledOffice.district_geoid,
            CalledOffice.office_holder_id,
            status.label("status"),
            case(LINE_OUTCOME, value=status).label("showed"),
            said.label("said"),
            stance.label("stance"),
            talked.label("seconds"),
        )
        .join(Call, Call.id == CalledOffice.call_id)
        .where(*COUNTS, *which, CalledOffice.office_holder_id.is_not(None))
        .subquery("every_line")
    )
    return select(every).where(or_(every.c.status.is_not(None), every.c.said.is_not(None)))


def _way() -> ColumnElement[str]:
    """How the call came: as `Kind` has it, but by which of our two ways it came through us."""
    wrote = func.coalesce(Call.reported_outcome == ReportedOutcome.WROTE, false())
    by_themselves = case((wrote, Kind.WRITTEN.value), else_=Kind.OWN_PHONE.value)
    return case((Call.source == CallSource.OWN_PHONE, by_themselves), else_=Call.source)


def _any(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return func.coalesce(func.bool_or(condition), false())


def _labeled(columns: Mapping[str, SQLColumnExpression[object]]) -> list[Label[object]]:
    return [column.label(name) for name, column in columns.items()]
