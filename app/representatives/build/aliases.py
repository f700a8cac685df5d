"""Compiles the names people type that are no municipality: villages, neighbourhoods, old and short names."""

from collections.abc import Iterable

from app.representatives.build.known_places import known_places, listed
from app.representatives.build.sources import Row, Sources, names_in
from app.representatives.facts.spelling import ABBREVIATIONS, DIRECTIONS, normalise
from models import Chamber

# Places that the sources put into the wrong town.
_LIES_ELSEWHERE = {
    "New Town": "Newton",
    "North Tisbury": "West Tisbury",
    "South Hadley Falls": "South Hadley",
    "West Stockbridge Center": "West Stockbridge",
}
# Names that only a post office's list has, and of which the name people use is known otherwise.
_NOT_A_NAME = frozenset({"Framingham So"})
_SUREST_FIRST = ("known", "curated", "name", "geonames", "post-office", "zip-centre")
_STREET_DELIVERY = "STANDARD"


def compile_aliases(sources: Sources) -> list[Row]:
    """One row a look-up key, the surest source winning; names that are a town's own are left out."""
    towns = {normalise(town.town) for town in sources.towns}
    chosen: dict[str, Row] = {}
    for source in sorted(known_places(sources, listed()) + sources.aliases, key=_surest_first):
        key = normalise(source["alias"])
        if key not in towns and source["alias"] not in _NOT_A_NAME:
            chosen.setdefault(key, source)
    return [_alias(sources, chosen[key]) for key in sorted(chosen)]


def _alias(sources: Sources, source: Row) -> Row:
    name = source["alias"]
    towns = [_LIES_ELSEWHERE[name]] if name in _LIES_ELSEWHERE else names_in(source["towns"])
    sure = _is_sure(source, towns, [town.town for town in sources.towns])
    return {
        "alias": _written_out(name) if sure else name,
        "kind": source["kind"],
        "how": source["how"],
        "sure": "yes" if sure else "no",
        "towns": "; ".join(towns),
        "zips": " ".join(names_in(source["zips"])),
        "house_geoids": " ".join(_districts_of(sources, Chamber.HOUSE, source, towns, sure=sure)),
        "senate_geoids": " ".join(_districts_of(sources, Chamber.SENATE, source, towns, sure=sure)),
    }


def _surest_first(source: Row) -> tuple[int, int, str]:
    """A sorting key: how an alias was placed, from most to least sure, then the longer spelling."""
    return _SUREST_FIRST.index(source["how"]), -len(source["alias"]), source["alias"]


def _is_sure(source: Row, towns: list[str], every_town: Iterable[str]) -> bool:
    """Whether somebody who uses this name lives in one of `towns`.

    A misspelling is a guess at what was meant, and the middle of a ZIP code a guess at where a
    place lies. A name that we know, or that the gatherers checked by hand, is sure; any other is sure only if it
    contains its town's name and no other town's ("Amherst Center", but not "Riverside").
    """
    if source["kind"] == "misspelling" or source["how"] == "zip-centre":
        return False
    if source["how"] in {"known", "curated"}:
        return True
    return _towns_named_in(source["alias"], every_town) == set(towns)


def _towns_named_in(alias: str, every_town: Iterable[str]) -> set[str]:
    """The towns whose name stands in the alias as whole words; "South Hadley" hides "Hadley"."""
    rest = f" {normalise(alias)} "
    named = set()
    for town in sorted(every_town, key=len, reverse=True):
        words = f" {normalise(town)} "
        if words in rest:
            named.add(town)
            rest = rest.replace(words, " | ")
    return named


def _districts_of(sources: Sources, chamber: Chamber, source: Row, towns: list[str], *, sure: bool) -> list[str]:
    """The GEOIDs for one alias, sorted: every district of its towns, or fewer if its ZIP codes say so.

    Post-office boxes and single buildings say nothing about where people live and are left aside. The
    other ZIP codes count only if the towns are sure and every code has a census area, and only if they
    leave a district of every town. They are believed only if each is the place's own post office or that
    of the place it is a part of: Hyannis is 02601, and Jeffries Point is in East Boston's 02128, but North
    Quincy is more than Quincy's 02171. That we know all codes of a place suffices where several districts
    are left, never for a single one.
    """
    spread = set().union(*(_reach(sources, chamber, town) for town in towns + names_in(source["also"])))
    named = names_in(source["zips"])
    zips = [row for row in sources.zips if row["zip"] in named and row["type"] == _STREET_DELIVERY]
    if not sure or not zips or any(row["source"] != "census" for row in zips):
        return sorted(spread)
    near = spread & {geoid for row in zips for geoid in sources.geoids_in(chamber, row[chamber])}
    if not all(near & _reach(sources, chamber, town) for town in towns):
        return sorted(spread)
    if not _is_believed(source, zips, towns, alone=len(near) == 1):
        return sorted(spread)
    return sorted(near)


def _reach(sources: Sources, chamber: Chamber, town: str) -> set[str]:
    return {sources.geoid(chamber, row[chamber]) for row in sources.precincts if row["town"] == town}


def _is_believed(source: Row, zips: list[Row], towns: list[str], *, alone: bool) -> bool:
    """Whether these ZIP codes are all that reach the place, surely enough for one district or for several."""
    own = normalise(source.get("post_office") or source["alias"])
    is_own = all(normalise(row["post_office"]) == own for row in zips)
    if alone:
        return is_own and len(towns) == 1 and not source["also"]
    return is_own or source["how"] == "known"


def _written_out(name: str) -> str:
    """The name without abbreviations: "S Chelmsford" as "South Chelmsford"."""
    first, *rest = name.split(" ")
    if rest and first.lower() in DIRECTIONS:
        first = DIRECTIONS[first.lower()].title()
    words = (ABBREVIATIONS[word.lower()].title() if word.lower() in ABBREVIATIONS else word for word in rest)
    return " ".join([first if rest else name, *words])
