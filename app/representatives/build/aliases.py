"""Compiles the names people type that are no municipality: villages, neighbourhoods, old and short names."""

from app.representatives.build.alias_certainty import is_sure, surest_first
from app.representatives.build.alias_districts import districts_of
from app.representatives.build.alias_names import NOT_A_NAME, written_out
from app.representatives.build.known_places import known_places, listed
from app.representatives.build.sources import Row, Sources, names_in
from app.representatives.facts.spelling import normalise
from models import Chamber

# Places that the sources put into the wrong town.
_LIES_ELSEWHERE = {
    "New Town": "Newton",
    "North Tisbury": "West Tisbury",
    "South Hadley Falls": "South Hadley",
    "West Stockbridge Center": "West Stockbridge",
}


def compile_aliases(sources: Sources) -> list[Row]:
    """One row a look-up key, the surest source winning; names that are a town's own are left out."""
    towns = {normalise(town["town"]) for town in sources.towns}
    chosen: dict[str, Row] = {}
    for source in sorted(known_places(sources, listed()) + sources.aliases, key=surest_first):
        key = normalise(source["alias"])
        if key not in towns and source["alias"] not in NOT_A_NAME:
            chosen.setdefault(key, source)
    return [_alias(sources, chosen[key]) for key in sorted(chosen)]


def _alias(sources: Sources, source: Row) -> Row:
    name = source["alias"]
    towns = [_LIES_ELSEWHERE[name]] if name in _LIES_ELSEWHERE else names_in(source["towns"])
    sure = is_sure(source, towns, [town["town"] for town in sources.towns])
    return {
        "alias": written_out(name) if sure else name,
        "kind": source["kind"],
        "how": source["how"],
        "sure": "yes" if sure else "no",
        "towns": "; ".join(towns),
        "zips": " ".join(names_in(source["zips"])),
        "house_geoids": " ".join(districts_of(sources, Chamber.HOUSE, source, towns, sure=sure)),
        "senate_geoids": " ".join(districts_of(sources, Chamber.SENATE, source, towns, sure=sure)),
    }
