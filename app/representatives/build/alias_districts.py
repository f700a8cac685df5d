"""Decides in which districts somebody who uses an alias may live."""

from app.representatives.build.sources import Row, Sources, names_in
from app.representatives.normalise import normalise
from models import Chamber


def districts_of(sources: Sources, chamber: Chamber, source: Row, towns: list[str], *, sure: bool) -> list[str]:
    """The GEOIDs for one alias, sorted: every district of its towns, or fewer if its ZIP codes say so.

    The ZIP codes count only if the towns are sure and every code has a census area, and only if they
    leave a district of every town. One single district is believed only if each code is the
    place's own post office: Hyannis is 02601, but North Quincy is more than Quincy's 02171.
    """
    spread = set().union(*(_reach(sources, chamber, town) for town in towns + names_in(source["also"])))
    zips = [row for row in sources.zips if row["zip"] in names_in(source["zips"])]
    if not sure or not zips or any(row["source"] != "census" for row in zips):
        return sorted(spread)
    near = spread & {geoid for row in zips for geoid in sources.geoids_in(chamber, row[chamber])}
    if not all(near & _reach(sources, chamber, town) for town in towns):
        return sorted(spread)
    if len(near) == 1 and not _own_post_office(source, zips, towns):
        return sorted(spread)
    return sorted(near)


def _reach(sources: Sources, chamber: Chamber, town: str) -> set[str]:
    return {sources.geoid(chamber, row[chamber]) for row in sources.precincts if row["town"] == town}


def _own_post_office(source: Row, zips: list[Row], towns: list[str]) -> bool:
    own = normalise(source["alias"])
    return len(towns) == 1 and not source["also"] and all(normalise(row["post_office"]) == own for row in zips)
