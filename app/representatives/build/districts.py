"""Compiles the districts of both chambers and when a vacant seat will be filled."""

from app.representatives.build.sources import Row, Sources


def compile_districts(sources: Sources) -> list[Row]:
    """One row a seat, by GEOID; source: Open States and the Census Bureau's codes."""
    vacant_until = {(row["chamber"], row["district"]): row["vacant_until"] for row in sources.vacancies}
    rows = [
        {
            "geoid": row["geoid"],
            "chamber": row["chamber"],
            "name": row["district"],
            "ocd_id": row["ocd_id"],
            "vacant_until": vacant_until.get((row["chamber"], row["district"]), ""),
        }
        for row in sources.districts
    ]
    return sorted(rows, key=lambda row: row["geoid"])
