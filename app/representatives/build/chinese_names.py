"""The Chinese names of all municipalities and of some neighborhoods, in both scripts, each with where it is from.

`chinese_names.csv` has one row a place: the name that we say and show first, other spellings in `others`. `source` is
"in general use" (newspapers, maps and schools write it so), "GeoNames", or "ours": written by us as names are usually
put into Chinese, because none was found.
"""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from app.representatives.build.sources import Row, SourcesDoNotAgreeError

FILE = Path(__file__).with_suffix(".csv")


def chinese_names() -> list[Row]:
    """The rows of the file as they stand there."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compile_chinese_names(rows: list[Row], towns: set[str], others: Iterable[str]) -> list[Row]:
    """The rows in the order of their places.

    Raises:
        SourcesDoNotAgreeError: a town has no name, a place is unknown, or two places have one name.
    """
    places = {row["place"] for row in rows}
    if not towns <= places <= towns.union(others):
        raise SourcesDoNotAgreeError("the places with Chinese names are not those that we know")
    given = Counter(name for row in rows for name in names_of(row))
    if max(given.values()) > 1:
        raise SourcesDoNotAgreeError(f"{given.most_common(1)[0][0]} is the name of two places")
    return sorted(rows, key=lambda row: row["place"])


def names_of(row: Row) -> set[str]:
    """Every name of a place, in either script."""
    return {row["simplified"], row["traditional"], *row["others"].split()}
