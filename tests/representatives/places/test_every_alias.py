"""Every alias of the sources: sure ones may decide, unsure ones only ask."""

import pytest

from app.representatives import ResolutionKind, resolve
from app.representatives.build.known_places import listed
from app.representatives.facts.spelling import ABBREVIATIONS, DIRECTIONS, normalise
from app.representatives.facts.tables import tables
from app.representatives.places.placing import reach_of
from models import Chamber

CORRECTED = {"New Town", "North Tisbury", "South Hadley Falls", "West Stockbridge Center", "Shelburne Fls"}


def _names(cell):
    return {name.strip() for name in cell.split(";") if name.strip()}


def test_every_alias_leads_to_its_towns(source_rows):
    for row in source_rows("ma_aliases.csv"):
        answer = resolve(f"{row['alias']}, Mass.")
        if row["alias"] not in CORRECTED:
            assert {name.removesuffix(", Massachusetts") for name in answer.towns} & _names(row["towns"])


def test_no_alias_loses_a_district_it_may_lie_in(source_rows, geoid_of):
    for row in source_rows("ma_aliases.csv"):
        answer = resolve(f"{row['alias']}, MA")
        if answer.options and row["alias"] not in CORRECTED:
            assert {geoid_of["house", name] for name in _names(row["house_candidates"])} <= set(answer.geoids)


def test_a_misspelling_or_the_middle_of_a_zip_is_never_found(source_rows):
    towns = {normalise(town) for town in tables().towns}
    surer = {normalise(row["alias"]) for row in source_rows("ma_aliases.csv") if row["how"] in {"curated", "name"}}
    surer |= {normalise(row["place"]) for row in listed()}
    for row in source_rows("ma_aliases.csv"):
        key = normalise(row["alias"])
        if row["kind"] == "misspelling" or (row["how"] == "zip-centre" and key not in surer):
            assert key in towns or resolve(row["alias"]).kind is ResolutionKind.CONFIRM


def test_a_found_alias_lies_in_its_only_district():
    for alias in tables().aliases.values():
        answer = resolve(f"{alias.name}, MA")
        if answer.kind is ResolutionKind.FOUND:
            assert alias.sure
            assert all(
                set(answer.geoids) <= {share.geoid for share in tables().towns[town].house} for town in alias.towns
            )


def test_every_suggestion_can_be_resolved_in_turn():
    for alias in tables().aliases.values():
        for suggestion in resolve(alias.name).towns:
            assert resolve(suggestion).kind in {ResolutionKind.FOUND, ResolutionKind.CHOOSE}


def _post_office(alias):
    """The name of the place whose own post office may decide for this one."""
    parts = {row["place"]: row["lies_in"] for row in listed()}
    around = parts.get(alias.name, alias.name)
    return normalise(alias.name if around in tables().towns or ";" in around else around)


def _zips(alias):
    """The ZIP codes that say something about where people live; they must exist."""
    return [zip_code for zip_code in (tables().zips[code] for code in alias.zips) if zip_code.tells_where]


@pytest.mark.parametrize("chamber", Chamber)
def test_one_district_of_a_divided_town_needs_the_places_own_post_office_with_street_delivery(chamber):
    for alias in tables().aliases.values():
        if len(alias.geoids(chamber)) == 1 and set(alias.geoids(chamber)) != reach_of(alias.towns, chamber):
            assert len(alias.towns) == 1
            assert _zips(alias)
            assert {normalise(zip_code.post_office) for zip_code in _zips(alias)} == {_post_office(alias)}


@pytest.mark.parametrize("chamber", Chamber)
def test_a_district_is_only_left_out_by_codes_that_are_a_places_own_or_known_to_be_all(chamber):
    for alias in tables().aliases.values():
        if set(alias.geoids(chamber)) != reach_of(alias.towns, chamber):
            own = {normalise(zip_code.post_office) for zip_code in _zips(alias)} == {_post_office(alias)}
            assert alias.sure
            assert own or alias.how == "known"
            assert reach_of(alias.towns, chamber) & {
                geoid for zip_code in _zips(alias) for geoid in zip_code.geoids(chamber)
            } == set(alias.geoids(chamber))


def test_post_office_boxes_alone_leave_every_district_of_the_town():
    boxes = [alias for alias in tables().aliases.values() if alias.zips and not _zips(alias)]
    assert boxes
    for alias in boxes:
        assert set(alias.house) == reach_of(alias.towns, Chamber.HOUSE)


def test_what_may_be_suggested_is_written_as_people_write_it():
    for alias in tables().aliases.values():
        if alias.sure:
            first, *rest = alias.name.lower().replace(".", "").split()
            assert not (rest and first in DIRECTIONS)
            assert not {*rest} & {*ABBREVIATIONS, "so", "no", "hvn", "spgs", "univ"}
