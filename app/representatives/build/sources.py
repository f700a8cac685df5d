"""The source files as they were gathered, read once, with district names exchanged for GEOIDs."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from models import Chamber

Row = dict[str, str]

SEATS = {Chamber.HOUSE: 160, Chamber.SENATE: 40}
MUNICIPALITIES = 351


class SourcesDoNotAgreeError(ValueError):
    """The sources contradict each other, or something that must be there is not."""


def names_in(cell: str) -> list[str]:
    """The names in a cell that parts them by semicolons."""
    return [name.strip() for name in cell.split(";") if name.strip()]


@dataclass(frozen=True)
class Town:
    """A city or town; what else the file says of it is not used."""

    town: str
    kind: str
    county: str
    pop_2020: int


TOWNS = TypeAdapter(list[Town])
PROVENANCE = TypeAdapter(dict[str, dict[str, str]])


@dataclass(frozen=True)
class Sources:
    """Everything the tables are compiled from."""

    districts: list[Row]
    legislators: list[Row]
    vacancies: list[Row]
    precincts: list[Row]
    zips: list[Row]
    aliases: list[Row]
    streets: list[Row]
    towns: list[Town]
    provenance: dict[str, dict[str, str]]
    geoids: dict[tuple[str, str], str]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the folder; see `build` for what it raises."""
        districts = _rows(folder / "ma_districts.csv")
        sources = cls(
            districts=districts,
            legislators=_rows(folder / "ma_legislators.csv"),
            vacancies=_rows(folder / "ma_vacancies.csv"),
            precincts=_rows(folder / "ma_precincts.csv"),
            zips=_rows(folder / "ma_zips.csv"),
            aliases=_rows(folder / "ma_aliases.csv"),
            streets=_rows(folder / "ma_split_town_streets.csv"),
            towns=TOWNS.validate_json((folder / "ma_towns.json").read_bytes()),
            provenance=PROVENANCE.validate_json((folder / "provenance.json").read_bytes()),
            geoids={(row["chamber"], row["district"]): row["geoid"] for row in districts},
        )
        sources.check()
        return sources

    def geoid(self, chamber: Chamber, district: str) -> str:
        """The Census GEOID of a district by the name the sources use."""
        try:
            return self.geoids[chamber, district]
        except KeyError:
            raise SourcesDoNotAgreeError(f"there is no {chamber} district {district!r}") from None

    def geoids_in(self, chamber: Chamber, cell: str) -> list[str]:
        """The GEOIDs of a cell of district names, in the cell's order."""
        return [self.geoid(chamber, name) for name in names_in(cell)]

    def check(self) -> None:
        """Refuse sources with a seat, a municipality or a sitting member too many or too few."""
        for chamber, seats in SEATS.items():
            found = {geoid for (of, _), geoid in self.geoids.items() if of == chamber}
            taken = [row["district"] for row in self.legislators + self.vacancies if row["chamber"] == chamber]
            if len(found) != seats or len(taken) != seats or len(set(taken)) != seats:
                raise SourcesDoNotAgreeError(f"the {chamber} must have {seats} seats, each filled or vacant")
        if {town.town for town in self.towns} != {row["town"] for row in self.precincts}:
            raise SourcesDoNotAgreeError("the towns and the towns of the precincts are not the same")
        if len(self.towns) != MUNICIPALITIES:
            raise SourcesDoNotAgreeError(f"there must be {MUNICIPALITIES} municipalities")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
