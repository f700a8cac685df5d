"""The residents to walk: from a CSV file, each with what they would type and answer, and where they truly live."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.representatives.facts.tables import tables
from models import Chamber

COLUMNS = ("town", "typed", "street", "number", "zip", "district")
CODE_DIGITS = 5


class NotResidentsError(ValueError):
    """A file that does not say where its residents live."""


@dataclass(frozen=True)
class Resident:
    """What somebody knows of where they live; `geoid` is their House district, all else may be empty."""

    geoid: str
    town: str = ""
    typed: str = ""
    street: str = ""
    number: str = ""
    zip: str = ""

    @property
    def first_words(self) -> str:
        """What they type where their town is asked."""
        return self.typed or self.town or self.zip


def read_residents(path: Path) -> Iterator[Resident]:
    """The rows of a file with some of `COLUMNS`; `district` is a name such as 5th Hampden, or a GEOID.

    Raises:
        NotResidentsError: the column is missing, or a district is none of ours.
    """
    geoids = {facts.name: geoid for geoid, facts in tables().districts.items() if facts.chamber is Chamber.HOUSE}
    known = geoids | {geoid: geoid for geoid in geoids.values()}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for nth, row in enumerate(csv.DictReader(file), start=2):
            said = {name: (row.get(name) or "").strip() for name in COLUMNS}
            geoid, code = known.get(said["district"]), said["zip"]
            if geoid is None:
                raise NotResidentsError(f"line {nth}: there is no such House district")
            yield Resident(
                geoid=geoid,
                town=said["town"],
                typed=said["typed"],
                street=said["street"],
                number=said["number"],
                zip=code.zfill(CODE_DIGITS) if code.isdecimal() else code,
            )
