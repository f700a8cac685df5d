"""Every alias of the sources: sure ones may decide, unsure ones only ask."""

from app.representatives import ResolutionKind, resolve
from app.representatives.normalise import normalise
from app.representatives.tables import tables

CORRECTED = {"New Town", "North Tisbury", "South Hadley Falls", "West Stockbridge Center", "Shelburne Fls"}


def _names(cell):
    return {name.strip() for name in cell.split(";") if name.strip()}


def test_every_alias_leads_to_its_towns(source_rows):
    for row in source_rows("ma_aliases.csv"):
        answer = resolve(f"{row['alias']}, Mass.")
        if row["alias"] not in CORRECTED:
            assert set(answer.towns) & _names(row["towns"])


def test_no_alias_loses_a_district_it_may_lie_in(source_rows, geoid_of):
    for row in source_rows("ma_aliases.csv"):
        answer = resolve(f"{row['alias']}, MA")
        if answer.options and row["alias"] not in CORRECTED:
            assert {geoid_of["house", name] for name in _names(row["house_candidates"])} <= set(answer.geoids)


def test_a_misspelling_or_the_middle_of_a_zip_is_never_found(source_rows):
    towns = {normalise(town) for town in tables().towns}
    surer = {normalise(row["alias"]) for row in source_rows("ma_aliases.csv") if row["how"] in {"curated", "name"}}
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
