"""Takes a street as an assessor wrote it apart: the street itself, its village, and whether a unit stood behind."""

import re
from dataclasses import dataclass

from app.representatives.streets.words import DIRECTIONS, KINDS

# Barnstable wrote the village behind a street's name where several villages have one of that name.
_VILLAGES = {
    "BARN": "Barnstable Village",
    "CENT": "Centerville",
    "COTUIT": "Cotuit",
    "CT MMIL": "Marstons Mills",
    "HY PT": "Hyannis Port",
    "HYANNIS": "Hyannis",
    "M MILLS": "Marstons Mills",
    "OST": "Osterville",
    "W BARN": "West Barnstable",
}
_HAS_VILLAGES = "Barnstable"
_ROUTE = re.compile(r"(?<=ROAD|.WAY|. ST) ?RTE ?\d+A?(?: ?(?=W?\s?BARN$)|$)")
_JOINED = re.compile(r"(?<=ST|RD|DR|LN|WY|AV)(BEHIND|ADJACENT)$|(?<=AVE)BEHIND$")
_UNIT = re.compile(
    r"U[A-Z]{0,2}\d\w*|\d+U|U[A-Z]?|UN|UNIT|APT|BG|BLDG|GRG\d*|\w*TWR|[A-Z]\d+\w*"
    r"|REAR?|RR|NR|NEAR|OFF"
)
_KINDS_AT_END = "ST RD AVE AV DR LN CIR WAY CT PL TER TRL PKWY BLVD HWY SQ"
_ENDS_A_NAME = frozenset(_KINDS_AT_END.split())
_GOES_ON = frozenset({"TO", "OF"})  # "Old Road to Nine Acre Corner"
_MISWRITTEN = {"Sydney St  Dorchester": "Dorchester"}


@dataclass(frozen=True)
class WrittenStreet:
    """A street's name, the village or neighborhood, and whether what stood behind it was only a unit or a remark."""

    name: str
    area: str
    is_remark: bool


def read_street(town: str, area: str, written: str) -> WrittenStreet:
    """Take one name of the source apart."""
    area = _MISWRITTEN.get(area, area)
    if town == _HAS_VILLAGES:
        written, area = _village(_ROUTE.sub(" ", written).strip())
    words = _JOINED.sub(r" \1", written).split()
    end = next((place for place in range(1, len(words)) if _UNIT.fullmatch(words[place])), len(words))
    if end < len(words) and words[-1] in _ENDS_A_NAME and words[end - 1] not in _ENDS_A_NAME:
        return WrittenStreet(" ".join([*words[:end], words[-1]]), area, is_remark=True)  # "LITTLETON U134 RD"
    end = min(end, _end_of_name(words))
    return WrittenStreet(" ".join(words[:end]), area, is_remark=end < len(words))


def _village(written: str) -> tuple[str, str]:
    for suffix in sorted(_VILLAGES, key=len, reverse=True):
        if written.endswith(f" {suffix}"):
            return written.removesuffix(suffix).strip(), _VILLAGES[suffix]
    return written, ""


def _end_of_name(words: list[str]) -> int:
    """Where the name is over: after its last kind, and a direction behind that."""
    kinds = [place for place in range(1, len(words)) if words[place] in _ENDS_A_NAME]
    if not kinds:
        return len(words)
    end = kinds[-1] + 1
    while end < len(words) and (words[end].lower() in DIRECTIONS or words[end].lower() in KINDS):
        end += 1
    return len(words) if end < len(words) and words[end] in _GOES_ON else end
