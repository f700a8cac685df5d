"""The answer to "who represents this place": found, a question to ask, or why there is no answer."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from app.language.sentences import Sentence, sentence
from models import Chamber
from voice_flows.names import NOWHERE, Label


class ResolutionKind(StrEnum):
    """What can be done next."""

    FOUND = "found"  # exactly one district, beyond doubt
    CHOOSE = "choose"  # one of these districts: the supporter says which
    CONFIRM = "confirm"  # did you mean one of these places?
    UNKNOWN = "unknown"  # nothing is recognised
    OUTSIDE = "outside"  # a place in another state


class HowFound(StrEnum):
    """What a district was told from; kept with the call."""

    TOWN = "town"
    VILLAGE = "village"
    ZIP = "zip"
    PRECINCT = "precinct"
    STREET = "street"
    POINT = "point"
    ADDRESS = "address"
    CHOSEN = "chosen"
    LISTED = "listed"  # on the campaign's own list, wherever the supporter lives


@dataclass(frozen=True, slots=True)
class Option:
    """One district that may be theirs.

    `share` is the part (0 to 1) of the residents of the resolution's towns who live in it, 0.0 where
    the district lies outside them; `part` names its wards and precincts, "" for a whole town.
    """

    geoid: str
    share: float
    part: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a place name, ZIP code or precinct says about the district; `why` is a plain sentence.

    `place` is what the words were taken to mean, such as "Hyannis" or ZIP code 02130, `NOWHERE` if nothing.
    `towns` are official names; for `confirm` they are the suggestions, each of which can be resolved
    in turn. `options` are there for `found` (one) and `choose`, largest share first. `why` repeats
    nothing that was typed but a ZIP code's five digits, so it is safe to show. `has_street` says that a
    whole address was typed, which a geocoder can look up. `is_contradicted` says that a ZIP code does not
    fit the place.
    """

    kind: ResolutionKind
    chamber: Chamber
    why: Sentence
    place: Label = NOWHERE
    towns: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    how: HowFound = HowFound.TOWN
    has_street: bool = False
    is_contradicted: bool = False

    @property
    def geoids(self) -> tuple[str, ...]:
        """The Census GEOIDs of the options, in their order."""
        return tuple(option.geoid for option in self.options)

    def settled(self, geoid: str, how: HowFound) -> Self:
        """The same place with the one district that the supporter chose or their address showed.

        Raises:
            ValueError: that district is none of the options.
        """
        chosen = tuple(option for option in self.options if option.geoid == geoid)
        if not chosen:
            raise ValueError("this district is none of the options")
        return replace(self, kind=ResolutionKind.FOUND, options=chosen, how=how)


# For whoever calls the same offices as everybody: nothing has to be said of where they live.
NO_PLACE = Resolution(ResolutionKind.FOUND, Chamber.HOUSE, sentence("There is nobody to call just now"))


def said_place(label: Label) -> Sentence | str:
    """What a place is called within a sentence: a name as it is, a ZIP code as each language calls one."""
    return sentence("ZIP code %(code)s", code=label.zip_code) if label.zip_code else label.name
