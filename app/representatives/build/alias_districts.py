"""Decides in which districts somebody who uses an alias may live."""

from app.representatives.build.sources import Row, Sources, names_in
from app.representatives.facts.spelling import normalise
from models import Chamber

STREET_DELIVERY = "STANDARD"


def districts_of(sources: Sources, chamber: Chamber, source: Row, towns: list[str], *, sure: bool) -> list[str]:
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
    zips = [row for row in sources.zips if row["zip"] in named and row["type"] == STREET_DELIVERY]
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
