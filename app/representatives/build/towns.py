"""Compiles the municipalities, their precincts, and from these which part of a town is in which district."""

from collections import defaultdict
from fractions import Fraction

from app.representatives.build.parts import in_natural_order, part_in_words
from app.representatives.build.sources import Row, Sources
from models import Chamber


def compile_places(sources: Sources) -> list[Row]:
    """One row a municipality: its kind, county and population of 2020; source: MassGIS and the Census."""
    rows = [
        {
            "town": town.town,
            "kind": town.kind,
            "county": town.county,
            "population": str(town.pop_2020),
        }
        for town in sources.towns
    ]
    return sorted(rows, key=lambda row: row["town"])


def compile_precincts(sources: Sources) -> list[Row]:
    """One row a precinct or sub-precinct with its two districts; source: the returns of November 2022."""
    rows = [
        {
            "town": row["town"],
            "ward": row["ward"],
            "precinct": row["precinct"],
            "house_geoid": sources.geoid(Chamber.HOUSE, row["house"]),
            "senate_geoid": sources.geoid(Chamber.SENATE, row["senate"]),
        }
        for row in sources.precincts
    ]
    return sorted(rows, key=lambda row: (row["town"], in_natural_order(row["ward"]), in_natural_order(row["precinct"])))


def compile_place_district(sources: Sources) -> list[Row]:
    """One row a town, chamber and district: the share of residents (0 to 1) and the wards and precincts."""
    by_town: dict[str, list[Row]] = defaultdict(list)
    for row in sources.precincts:
        by_town[row["town"]].append(row)
    return [
        share
        for town in sorted(by_town)
        for chamber in Chamber
        for share in _shares(sources, chamber, town, by_town[town])
    ]


def _shares(sources: Sources, chamber: Chamber, town: str, precincts: list[Row]) -> list[Row]:
    """The districts of one town, largest share first."""
    names = sorted({row[chamber] for row in precincts})
    everybody = sum(int(row["pop_2020"]) for row in precincts)
    found = []
    for name in names:
        inside = [row for row in precincts if row[chamber] == name]
        share = Fraction(sum(int(row["pop_2020"]) for row in inside), everybody)
        geoid = sources.geoid(chamber, name)
        part = part_in_words(inside, precincts) if len(names) > 1 else ""
        found.append((-share, geoid, part))
    return [
        {"town": town, "chamber": chamber, "geoid": geoid, "share": f"{-float(share):.4f}", "part": part}
        for share, geoid, part in sorted(found)
    ]
