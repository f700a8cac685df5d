"""Into which cells a call is counted: along each dimension by itself, so that no cell is narrower than it must be."""

from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    SQLColumnExpression,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.sql.selectable import TableValuedAlias

from app.calls.shown.log.came_of import TALK_SECONDS
from models import NO_STANCE, CountedBy, LineOutcome, OfficeStep, ReportedOutcome, Step

# What an office was told of: of these a supporter says that it took down what they want.
HEARD = (ReportedOutcome.CONTACT, ReportedOutcome.VOICEMAIL, ReportedOutcome.WROTE)

Value = SQLColumnExpression[str | None]
Cells = list[tuple[CountedBy, Value]]


def of_calls(facts: FromClause, sign: ColumnElement[int]) -> Select[*tuple[object, ...]]:
    """A row for each cell of each of these facts of calls, with when and where it is of; `sign` is how it counts."""
    cell = _cells(_of_call(facts), "cell")
    it = facts.c
    when = (it.campaign_id, it.day, it.hour, it.town)
    counted = (cell.c.dimension, cell.c.value, sign.label("calls"), (sign * it.seconds).label("seconds"))
    return select(*when, *counted).join_from(facts, cell, literal(True)).where(cell.c.value.is_not(None))


def stances(offices: FromClause, calls: FromClause, sign: ColumnElement[int]) -> Select[*tuple[object, ...]]:
    """The same of the stances of their offices, which the calls do not have."""
    it, call = offices.c, calls.c
    when = (call.campaign_id, call.day, call.hour, call.town)
    counted = (literal(CountedBy.STANCE.value), _stance(offices), sign.label("calls"), (sign * 0).label("seconds"))
    both = select(*when, *counted).join_from(offices, calls, it.call_id == call.call_id)
    return both.where(it.said.is_not(None))


def of_offices(offices: FromClause, calls: FromClause, sign: ColumnElement[int]) -> Select[*tuple[object, ...]]:
    """A row for each cell of each of these facts of offices, beside those of their calls."""
    cell = _cells(_of_office(offices, calls), "office_cell")
    it, call = offices.c, calls.c
    when = (call.campaign_id, call.day, it.district_geoid, it.office_holder_id)
    counted = (cell.c.dimension, cell.c.value, sign.label("calls"), (sign * it.seconds).label("seconds"))
    both = select(*when, *counted).join_from(offices, calls, it.call_id == call.call_id)
    return both.join(cell, literal(True)).where(cell.c.value.is_not(None))


def _of_call(facts: FromClause) -> Cells:
    it = facts.c
    steps = {
        Step.RANG: it.rang,
        Step.ANSWERED: it.answered,
        Step.PRESSED: it.pressed,
        Step.REACHED: it.reached,
        Step.TALKED: it.talked,
        Step.TOLD: it.told,
    }
    return [
        (CountedBy.CALLS, literal("")),
        (CountedBy.WAY, it.way),
        (CountedBy.SOURCE, it.came_from),
        (CountedBy.LANGUAGE, it.language),
        (CountedBy.LINE, it.line),
        (CountedBy.SAID, it.said),
        (CountedBy.BESIDE, _beside(facts)),
        (CountedBy.CAME, it.came),
        (CountedBy.STEP, case((it.through_us, Step.ASKED.value))),
        *_steps((step, and_(it.through_us, taken)) for step, taken in steps.items()),
    ]


def _of_office(offices: FromClause, calls: FromClause) -> Cells:
    it, call = offices.c, calls.c
    through_us, reached = call.through_us, it.line == LineOutcome.ANSWERED
    talked = and_(reached, it.seconds >= TALK_SECONDS)
    took_down = it.said.in_(HEARD)
    steps = {
        OfficeStep.TRIED: through_us,
        OfficeStep.REACHED: and_(through_us, reached),
        OfficeStep.TALKED: and_(through_us, talked),
        OfficeStep.HEARD: and_(
            through_us, or_(took_down, and_(talked, or_(it.said.is_(None), _says_nothing(it.said))))
        ),
        OfficeStep.TOLD: it.said.is_not(None),
        OfficeStep.HEARD_OTHERWISE: and_(not_(through_us), took_down),
    }
    return [
        (CountedBy.CALLS, literal("")),
        (CountedBy.WAY, call.way),
        (CountedBy.SOURCE, call.came_from),
        (CountedBy.LANGUAGE, call.language),
        (CountedBy.LINE, it.line),
        (CountedBy.SAID, it.said),
        (CountedBy.BESIDE, _beside(offices)),
        (CountedBy.STANCE, case((it.said.is_not(None), _stance(offices)))),
        *_steps(steps.items()),
    ]


def _says_nothing(said: ColumnElement[object]) -> ColumnElement[bool]:
    """Whoever only stopped tells nothing of the office."""
    return said == ReportedOutcome.SKIP


def _beside(facts: FromClause) -> Value:
    """What the line showed and what was said; none where one of them is not known."""
    return cast(facts.c.line, String).concat("+").concat(cast(facts.c.said, String))


def _stance(offices: FromClause) -> Value:
    return func.coalesce(cast(offices.c.stance, String), NO_STANCE)


def _steps(taken: Iterable[tuple[str, ColumnElement[bool]]]) -> Cells:
    return [(CountedBy.STEP, case((condition, str(step)))) for step, condition in taken]


def _cells(cells: Cells, name: str) -> TableValuedAlias:
    dimensions = array([literal(dimension.value) for dimension, _ in cells])
    values = array([cast(value, String) for _, value in cells])
    return func.unnest(dimensions, values).table_valued("dimension", "value", name=name).render_derived()
