"""When an import is refused: it would lose too many seats, or the districts are not those that the law draws."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.representatives.importing.plan import Plan
from models import Chamber

MOST_LOST = 0.05  # of a chamber's seats
DRAWN: Mapping[str, Mapping[Chamber, int]] = {"MA": {Chamber.HOUSE: 160, Chamber.SENATE: 40}}


def refusals(plan: Plan) -> tuple[str, ...]:
    """Why this import should not be applied, unless somebody says it is right; empty if nothing speaks against it."""
    return (*_lost_seats(plan), *_wrong_districts(plan))


def _lost_seats(plan: Plan) -> Iterator[str]:
    seats = Counter(district.chamber for district in plan.districts.values())
    lost = Counter(plan.districts[geoid].chamber for geoid in plan.emptied)
    for chamber in Chamber:
        if lost[chamber] > MOST_LOST * seats[chamber]:
            share = lost[chamber] / seats[chamber]
            yield (
                f"{lost[chamber]} of {seats[chamber]} {chamber.title()} seats would become vacant: "
                f"{share:.1%}, and more than {MOST_LOST:.0%} is hardly ever right"
            )


def _wrong_districts(plan: Plan) -> Iterator[str]:
    seats = Counter(district.chamber for district in plan.districts.values())
    drawn = DRAWN.get(plan.request.state, {})
    for chamber in plan.request.chambers:
        if chamber in drawn and seats[chamber] != drawn[chamber]:
            here, by_law = seats[chamber], drawn[chamber]
            yield f"{plan.request.state} has {by_law} {chamber.title()} districts, and the database {here}"
