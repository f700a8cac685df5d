"""Which days are legal holidays of a state, and what people call them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import MappingProxyType

import holidays

OURS = Path(holidays.__file__).parent / "countries" / "united_states.py"
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
    within = state if state in _of_the_country().subdivisions else None

    def name(day: date) -> str | None:
        return _in_year(within, day.year).get(day)

    return name


@cache
def _of_the_country() -> type[holidays.HolidayBase]:
    """What the package knows of the United States: its one file is read alone.

    By the package's own way in, those of 250 countries are read first: 8 MB in every worker, and most of a second where
    nothing is compiled.
    """
    loader = SourceFileLoader("holidays_of_the_country", str(OURS))
    module = module_from_spec(ModuleSpec(loader.name, loader))
    loader.exec_module(module)
    country: type[holidays.HolidayBase] = module.UnitedStates
    return country


@lru_cache(maxsize=YEARS_KEPT)
def _in_year(state: str | None, year: int) -> Mapping[date, str]:
    days = _of_the_country()(subdiv=state, years=year, expand=False)
    return MappingProxyType({day: _as_said(name) for day, name in days.items()})


def _as_said(name: str) -> str:
    for written, said in SAID.items():
        name = name.replace(written, said)
    return name
