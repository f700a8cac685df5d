"""Which days are legal holidays of a state, and what people call them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from holidays import country_holidays

COUNTRY = "US"
YEARS_KEPT = 50
# As people say it on the phone, where the statute has another name.
SAID = {
    "Columbus Day": "Indigenous Peoples' Day (Columbus Day)",
    "Juneteenth National Independence Day": "Juneteenth",
    " (observed)": ", observed",
}


@cache
def legal_holidays(state: str) -> Callable[[date], str | None]:
    """What names the legal holiday on a day, if it is one; a state that the package does not know has the federal ones.

    Massachusetts (General Laws c.4 s.7 cl.18) has twelve. What falls on a Sunday is observed on the Monday; what falls
    on a Saturday is not moved, and state offices are open on the Friday before.

    Evacuation Day (March 17) and Bunker Hill Day (June 17) are left out. They are legal holidays in Suffolk County,
    where the State House stands, but state offices there have had to stay open on both since the budget of 2011, and
    the state's own calendar of holidays says that they do. An office that closes all the same gets an exception: to
    hold back every call to two hundred offices that answer would be the worse mistake.
    """
    # The package reads its file about the United States here, a tenth of a second, and not while somebody waits for
    # an answer; a year takes a millisecond.
    known = country_holidays(COUNTRY).subdivisions
    within = state if state in known else None

    def name(day: date) -> str | None:
        return _in_year(within, day.year).get(day)

    return name


@lru_cache(maxsize=YEARS_KEPT)
def _in_year(state: str | None, year: int) -> Mapping[date, str]:
    days = country_holidays(COUNTRY, subdiv=state, years=year, expand=False)
    return MappingProxyType({day: _as_said(name) for day, name in days.items()})


def _as_said(name: str) -> str:
    for written, said in SAID.items():
        name = name.replace(written, said)
    return name
