"""The names that we know ourselves, with the town each lies in: neighborhoods, squares, villages, nicknames.

`known_places.csv` has one row a name. `lies_in` is its towns, or one village or neighborhood of the sources
that it is a part of or another word for. `zips` are all ZIP codes that reach it, rather too many than too few;
none means those of the place it lies in, or for a town that nothing narrower is known.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from app.representatives.build.sources import Row, Sources, SourcesDoNotAgreeError, names_in

FILE = Path(__file__).with_suffix(".csv")
WRITTEN_ON = "2026-11-28"


def listed() -> list[Row]:
    """The rows of the file as they stand there."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known_places(sources: Sources, names: Sequence[Row]) -> list[Row]:
    """The listed names in the shape of the sources' aliases.

    `post_office` is the place whose own post office may decide for the name.

    Raises:
        SourcesDoNotAgreeError: a name lies in no place that the sources know.
    """
    towns = {town.town for town in sources.towns}
    places = {source["alias"]: source for source in sources.aliases if source["how"] == "curated"}
    rows: dict[str, Row] = {}
    for row in _widest_first(names):
        rows[row["place"]] = _as_alias(row, towns, places | rows)
    return list(rows.values())


def _widest_first(rows: Sequence[Row]) -> list[Row]:
    """Every name after the name it lies in."""
    names = {row["place"] for row in rows}
    return sorted(rows, key=lambda row: row["lies_in"] in names)


def _as_alias(row: Row, towns: set[str], places: dict[str, Row]) -> Row:
    alias = {"alias": row["place"], "kind": row["kind"], "how": "known", "also": ""}
    zips = "; ".join(row["zips"].split())
    if set(names_in(row["lies_in"])) <= towns:
        return alias | {"towns": row["lies_in"], "zips": zips, "post_office": row["place"]}
    if row["lies_in"] not in places:
        raise SourcesDoNotAgreeError(f"{row['place']!r} lies in {row['lies_in']!r}, which nobody knows")
    around = places[row["lies_in"]]
    return alias | {
        "towns": around["towns"],
        "zips": zips or around["zips"],
        "also": around["also"],
        "post_office": row["lies_in"],
    }
