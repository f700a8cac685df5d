"""What is to be seen in a town's districts: where their numbers go, villages and squares, and the towns next door."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.representatives.facts.tables import rows
from app.representatives.outlines.geometry import Spot

_FILE = Path(__file__).parents[1] / "tables" / "ma" / "landmarks.csv"


@dataclass(frozen=True, slots=True)
class Landmark:
    """One of a district: its `kind` is "middle" (of the district, without a name), "place" or "next"."""

    geoid: str
    kind: str
    name: str
    spot: Spot


def landmarks(town: str) -> tuple[Landmark, ...]:
    """Those of one town, the places of most people first."""
    return _by_town()[town]


@cache
def _by_town() -> Mapping[str, tuple[Landmark, ...]]:
    found: dict[str, list[Landmark]] = defaultdict(list)
    for row in rows(_FILE):
        spot = (float(row["x"]), float(row["y"]))
        found[row["town"]].append(Landmark(geoid=row["geoid"], kind=row["kind"], name=row["name"], spot=spot))
    return {town: tuple(marks) for town, marks in found.items()}
