"""What came of many walks, as one object for programs and as lines for people."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pydantic import BaseModel

from app.cli.representatives.measure.walk import Ending, Walked

WORST = 10


class OfTown(BaseModel):
    """The residents of one town, and the shares of them (0 to 1) who are sure and who are led wrong."""

    residents: int
    sure: float
    wrong: float


class Measured(BaseModel):
    """How many residents walked, the shares (0 to 1) of how it ended, and the mean number of pages of questions."""

    residents: int
    sure: float
    choosing: float
    wrong: float
    dead_ends: float
    questions: float
    by_town: dict[str, OfTown]


def measured(walks: Iterable[Walked]) -> Measured:
    """Add them up."""
    endings: dict[str, Counter[Ending]] = defaultdict(Counter)
    questions = 0
    for one in walks:
        endings[one.resident.town][one.ending] += 1
        questions += one.questions
    everybody = sum(endings.values(), Counter[Ending]())
    return Measured(
        residents=everybody.total(),
        **{ending.value: _share(everybody, ending) for ending in Ending},
        questions=round(questions / max(1, everybody.total()), 4),
        by_town={town: _of_town(found) for town, found in sorted(endings.items())},
    )


def as_lines(all_of_them: Measured) -> str:
    """The shares, and the towns in which fewest are sure."""
    worst = sorted(all_of_them.by_town.items(), key=lambda item: item[1].sure)[:WORST]
    return "\n".join(
        [
            f"{all_of_them.residents} residents, {all_of_them.questions:.2f} pages of questions each",
            *(f"  {name.replace('_', ' '):<10} {getattr(all_of_them, name):7.2%}" for name in Ending),
            "Fewest are sure in",
            *(f"  {town:<20} {it.sure:7.2%} sure, {it.wrong:.2%} wrong, of {it.residents}" for town, it in worst),
        ]
    )


def _of_town(found: Counter[Ending]) -> OfTown:
    return OfTown(residents=found.total(), sure=_share(found, Ending.SURE), wrong=_share(found, Ending.WRONG))


def _share(found: Counter[Ending], ending: Ending) -> float:
    return round(found[ending] / max(1, found.total()), 6)
