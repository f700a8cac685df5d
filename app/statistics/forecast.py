"""What becomes of a day at the pace so far: how many of its offices will have heard nothing, and which likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp


@dataclass(frozen=True)
class OfficeSoFar:
    """How often an office heard from somebody that day, and for how many minutes it was called, and will be."""

    geoid: str
    heard: int
    minutes: int
    left: int


@dataclass(frozen=True)
class Forecast:
    """So many offices will have heard nothing by the end of the day, `at_risk` those of whom that is likeliest.

    `silent` have heard nothing by now. Before the first call of the day there is no pace.
    """

    offices: int
    silent: tuple[str, ...]
    at_risk: tuple[str, ...]
    has_pace: bool

    @property
    def stay_silent(self) -> int:
        """How many will have heard nothing."""
        return len(self.at_risk)


def forecast(offices: Sequence[OfficeSoFar]) -> Forecast:
    """If calls go on coming as they came: to each office as often in its minutes as to all in theirs.

    Calls do not come evenly; they come to each office by chance, as likely in any of its minutes. Whoever has none left
    stays silent for sure.
    """
    silent = [office for office in offices if not office.heard]
    minutes, heard = sum(it.minutes for it in offices), sum(it.heard for it in offices)
    a_minute = heard / minutes if minutes else 0.0
    stays = {office.geoid: exp(-a_minute * office.left) for office in silent}
    likeliest = sorted(silent, key=lambda it: (-stays[it.geoid], it.left))
    at_risk = tuple(office.geoid for office in likeliest[: round(sum(stays.values()))])
    return Forecast(len(offices), tuple(office.geoid for office in silent), at_risk, has_pace=heard > 0)
