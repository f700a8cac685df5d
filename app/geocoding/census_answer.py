"""Reads an answer of the Census Bureau's geocoder: layers by the end of their names, districts by GEOID."""

import re
from collections.abc import Sequence
from typing import Any

from app.geocoding.located import Finding, Located

# The names begin with a year that moves on: "2024 State Legislative Districts - Lower".
HOUSE = "State Legislative Districts - Lower"
SENATE = "State Legislative Districts - Upper"
TELLS_STATE = ("States", "Counties", HOUSE, SENATE)  # whose GEOIDs begin with the state's code
MASSACHUSETTS = "25"
GEOID = re.compile(r"\d{2}(?!ZZZ)[0-9A-Z]*", re.ASCII)  # ZZZ stands for water, which nobody represents


def read_answer(answer: Any, state: str = MASSACHUSETTS) -> Located:
    """What an answer says. Matches in other states do not count as long as there is one in ours.

    Raises:
        AttributeError, KeyError, TypeError: this is no answer of the geocoder.
    """
    matches = answer["result"]["addressMatches"]
    if not matches:
        return Located(Finding.NO_MATCH)
    here = [match["geographies"] for match in matches if _state(match["geographies"]) in {state, None}]
    if not here:
        return Located(Finding.OUTSIDE)
    house, senate = ([_geoid(layers, suffix) for layers in here] for suffix in (HOUSE, SENATE))
    differ = len(_known(house)) > 1 or len(_known(senate)) > 1
    return Located(Finding.SEVERAL if differ else Finding.MATCHED, _same(house), _same(senate))


def _state(layers: dict[str, object]) -> str | None:
    """The code of the state in which a match lies, if any layer tells."""
    return next((geoid[:2] for name in TELLS_STATE if (geoid := _geoid(layers, name))), None)


def _geoid(layers: dict[str, object], suffix: str) -> str | None:
    """The one GEOID of the newest layer whose name ends so; None if that layer failed, is empty or has several."""
    names = [name for name in layers if name.strip().endswith(suffix)]
    features = layers[max(names)] if names else None
    geoids = {feature.get("GEOID") for feature in features} if isinstance(features, list) else set()
    geoid = geoids.pop() if len(geoids) == 1 else None
    return geoid if isinstance(geoid, str) and GEOID.fullmatch(geoid) else None


def _same(geoids: Sequence[str | None]) -> str | None:
    """The district in which every match lies."""
    return geoids[0] if len(set(geoids)) == 1 else None


def _known(geoids: Sequence[str | None]) -> set[str]:
    return {geoid for geoid in geoids if geoid}
