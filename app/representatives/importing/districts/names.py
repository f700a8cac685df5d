"""Finds our district by the name a source gives it: “First Essex”, “1st Essex District”, “Bristol & Norfolk”."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from app.representatives.facts.records import DistrictFacts
from app.representatives.facts.spelling import look_up_key
from models import Chamber

NEAR = 60
CHAMBERS: Mapping[str, Chamber] = {
    "lower": Chamber.HOUSE,
    "upper": Chamber.SENATE,
    "legislature": Chamber.SENATE,  # Nebraska has one chamber, of senators
}


class DistrictNames:
    """The districts of a state by every way to write their names."""

    def __init__(self, districts: Iterable[DistrictFacts]) -> None:
        self._names: dict[Chamber, dict[str, DistrictFacts]] = {chamber: {} for chamber in Chamber}
        for district in districts:
            self._names[district.chamber][look_up_key(district.name)] = district

    def find(self, chamber: Chamber, name: str) -> DistrictFacts | None:
        """The one district of this name; never one that is merely similar."""
        return self._names[chamber].get(look_up_key(name))

    def has(self, chamber: Chamber) -> bool:
        """Whether there are districts of this chamber."""
        return bool(self._names[chamber])

    def near(self, chamber: Chamber, name: str) -> list[str]:
        """Up to three names that look like this one, for a person to compare."""
        names = [district.name for district in self._names[chamber].values()]
        return [found[0] for found in process.extract(name, names, scorer=fuzz.WRatio, limit=3, score_cutoff=NEAR)]
