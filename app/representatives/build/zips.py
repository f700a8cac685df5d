"""Compiles which districts and towns a ZIP code touches, and whether people live where it lies."""

from app.representatives.build.sources import Row, Sources, names_in
from app.representatives.facts.records import Delivery, PlacedBy
from models import Chamber

_DELIVERY = {
    "STANDARD": Delivery.STREET,
    "PO BOX": Delivery.PO_BOX,
    "UNIQUE": Delivery.SINGLE_BUILDING,
}
_PLACED_BY = {"census": PlacedBy.AREA, "point": PlacedBy.POINT, "": PlacedBy.NOTHING}

# A ZIP code whose point the sources put into the wrong town.
_LIES_ELSEWHERE = {"02456": ["Newton"]}


def compile_zips(sources: Sources) -> list[Row]:
    """One row a ZIP code; source: the Census Bureau's relationship files of 2024, and post offices."""
    municipalities = {town.town for town in sources.towns}
    rows = [
        {
            "zip": row["zip"],
            "post_office": row["post_office"],
            "delivery": _DELIVERY[row["type"]],
            "placed_by": _PLACED_BY[row["source"]],
            "state": row["state"],
            "towns": "; ".join(_towns(row, municipalities)),
            "house_geoids": " ".join(sorted(sources.geoids_in(Chamber.HOUSE, row["house"]))),
            "senate_geoids": " ".join(sorted(sources.geoids_in(Chamber.SENATE, row["senate"]))),
        }
        for row in sources.zips
    ]
    return sorted(rows, key=lambda row: row["zip"])


def _towns(row: Row, municipalities: set[str]) -> list[str]:
    """The towns of a ZIP code; one placed by a point has its post office's town, where that is one."""
    if row["source"] != "census" and row["post_office"] in municipalities:
        return [row["post_office"]]
    return _LIES_ELSEWHERE.get(row["zip"]) or names_in(row["towns"])
