"""Turns the rows of our CSV files into records; equal texts are kept once, to spare memory."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from sys import intern

from app.representatives.facts.line_kinds import kind_of
from app.representatives.facts.records import (
    Alias,
    ChineseNames,
    Delivery,
    DistrictFacts,
    DistrictShare,
    LineFacts,
    Person,
    PlacedBy,
    Precinct,
    Town,
    ZipCode,
)
from models import Chamber, LineKind

Row = dict[str, str]


def towns(places: Iterable[Row], place_district: Iterable[Row]) -> list[Town]:
    """The municipalities with their districts, in the order of the files."""
    shares: dict[tuple[str, str], list[DistrictShare]] = defaultdict(list)
    for row in place_district:
        share = DistrictShare(intern(row["geoid"]), float(row["share"]), row["part"])
        shares[row["town"], row["chamber"]].append(share)
    return [
        Town(
            name=intern(row["town"]),
            kind=intern(row["kind"]),
            county=intern(row["county"]),
            population=int(row["population"]),
            house=tuple(shares[row["town"], Chamber.HOUSE]),
            senate=tuple(shares[row["town"], Chamber.SENATE]),
        )
        for row in places
    ]


def precincts(rows: Iterable[Row]) -> dict[str, tuple[Precinct, ...]]:
    """The precincts of each town."""
    found: dict[str, list[Precinct]] = defaultdict(list)
    for row in rows:
        found[intern(row["town"])].append(
            Precinct(
                ward=intern(row["ward"]),
                precinct=intern(row["precinct"]),
                house=intern(row["house_geoid"]),
                senate=intern(row["senate_geoid"]),
            )
        )
    return {town: tuple(inside) for town, inside in found.items()}


def zip_code(row: Row) -> ZipCode:
    """One ZIP code."""
    return ZipCode(
        code=row["zip"],
        post_office=row["post_office"],
        delivery=Delivery(row["delivery"]),
        placed_by=PlacedBy(row["placed_by"]),
        state=intern(row["state"]),
        towns=_names(row["towns"]),
        house=_codes(row["house_geoids"]),
        senate=_codes(row["senate_geoids"]),
    )


def aliases(rows: Iterable[Row]) -> list[Alias]:
    """The names people type that are no municipality."""
    return [
        Alias(
            name=row["alias"],
            kind=intern(row["kind"]),
            how=intern(row["how"]),
            sure=row["sure"] == "yes",
            towns=_names(row["towns"]),
            zips=_codes(row["zips"]),
            house=_codes(row["house_geoids"]),
            senate=_codes(row["senate_geoids"]),
        )
        for row in rows
    ]


def chinese_names(row: Row) -> ChineseNames:
    """What one place is called in Chinese."""
    return ChineseNames(row["place"], (row["simplified"], row["traditional"], *row["others"].split()))


def district(row: Row) -> DistrictFacts:
    """One seat's district."""
    return DistrictFacts(
        geoid=intern(row["geoid"]),
        chamber=Chamber(row["chamber"]),
        name=row["name"],
        ocd_id=row["ocd_id"],
        vacant_until=date.fromisoformat(row["vacant_until"]) if row["vacant_until"] else None,
    )


def person(row: Row, state: str) -> Person:
    """One sitting office holder; the line that their source calls the State House's comes first."""
    lines = (_line(row, state, kind) for kind in (LineKind.CAPITOL, LineKind.DISTRICT))
    return Person(
        openstates_id=row["openstates_id"],
        geoid=intern(row["geoid"]),
        name=row["name"],
        party=intern(row["party"]),
        email=row["email"],
        url=row["url"],
        valid_from=date.fromisoformat(row["valid_from"]),
        lines=tuple(line for line in lines if line.e164),
    )


def _line(row: Row, state: str, told: LineKind) -> LineFacts:
    number = row[f"{told}_phone"]
    return LineFacts(number, row[f"{told}_extension"], kind_of(number, state, told))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(intern(name) for name in cell.split("; ") if name)


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(intern(code) for code in cell.split())
