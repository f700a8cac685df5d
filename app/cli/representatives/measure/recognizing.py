"""Which of the names on a page a resident recognizes as their own; none where that would be a guess."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from app.cli.representatives.measure.residents import Resident
from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables
from app.representatives.streets.key import base_of, kind_of
from app.representatives.streets.typed import read_typed

ALIKE = 80.0  # from 0 to 100: somebody who misspelled it reads it as the same name


def recognized_town(resident: Resident, towns: Sequence[str]) -> str:
    """Their town among those that may have been meant, else a village in it."""
    same = [name for name in towns if normalise(name) == normalise(resident.town)]
    if same:
        return same[0]
    villages = [name for name in towns if _lies_in(name, resident.town)]
    return villages[0] if villages else ""


def recognized_area(resident: Resident, areas: Sequence[str]) -> str:
    """Their village, neighborhood or town by what they typed, else by the ZIP code of their post office."""
    own = {normalise(resident.typed), normalise(resident.town)}
    named = [area for area in areas if normalise(area) in own and area != resident.town]
    office = _post_office(resident.zip)
    by_zip = [area for area in areas if office in {area, f"{area} Center"}]
    towns = [area for area in areas if area == resident.town and all(name in tables().towns for name in areas)]
    found = named or by_zip or towns
    return found[0] if len(found) == 1 else ""


def recognized_street(resident: Resident, names: Sequence[str]) -> str:
    """Their street where they misspelled it, or left out its kind or a word: not one of another kind."""
    own = read_typed(resident.street).last.key
    alike = [name for name in names if _same_but_for_spelling(own, read_typed(name).readings[0].key)]
    return alike[0] if len(alike) == 1 else ""


def _same_but_for_spelling(own: str, key: str) -> bool:
    if kind_of(own) and kind_of(key) and kind_of(own) != kind_of(key):
        return False
    words, others = base_of(own).split(), base_of(key).split()
    return set(words) < set(others) or fuzz.ratio(" ".join(words), " ".join(others)) >= ALIKE


def _lies_in(name: str, town: str) -> bool:
    alias = tables().aliases.get(normalise(name))
    return alias is not None and town in alias.towns


def _post_office(code: str) -> str:
    known = tables().zips.get(code)
    return known.post_office if known else ""
