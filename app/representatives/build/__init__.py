"""Compiles our tables of facts from a folder of public sources: run again after every election."""

from pathlib import Path

from app.representatives.build.aliases import compile_aliases
from app.representatives.build.chinese_names import chinese_names, compile_chinese_names
from app.representatives.build.districts import compile_districts
from app.representatives.build.maps.landmarks import compile_landmarks
from app.representatives.build.maps.outlines import compile_outlines
from app.representatives.build.maps.shapes import Lines
from app.representatives.build.maps.state import compile_map
from app.representatives.build.people import compile_people
from app.representatives.build.provenance import compile_provenance
from app.representatives.build.sources import Sources, SourcesDoNotAgreeError
from app.representatives.build.streets import compile_streets
from app.representatives.build.towns import compile_place_district, compile_places, compile_precincts
from app.representatives.build.writing import write_json, write_packed, write_table, write_text
from app.representatives.build.zips import compile_zips
from app.representatives.outlines import state_map
from app.representatives.outlines import table as outlines_table
from app.representatives.streets import table as streets_table

__all__ = ["SourcesDoNotAgreeError", "build"]


def build(source_folder: Path, target_folder: Path) -> None:
    """Compile every table into `target_folder`; the same sources give the same bytes.

    Raises:
        FileNotFoundError: a source file is missing.
        SourcesDoNotAgreeError: the sources contradict each other or a chamber is not complete;
            nothing has been written then.
    """
    sources = Sources.read(source_folder)
    aliases = compile_aliases(sources)
    towns, others = {town.town for town in sources.towns}, [row["alias"] for row in aliases]
    lines = Lines.read(source_folder / "shapes")
    outlines = compile_outlines(lines)
    tables = {
        "districts.csv": compile_districts(sources),
        "people.csv": compile_people(sources),
        "places.csv": compile_places(sources),
        "place_district.csv": compile_place_district(sources),
        "precincts.csv": compile_precincts(sources),
        "zips.csv": compile_zips(sources),
        "aliases.csv": aliases,
        "chinese_names.csv": compile_chinese_names(chinese_names(), towns, others),
        "landmarks.csv": compile_landmarks(sources, lines, outlines_table.read_outlines(outlines)),
    }
    streets = compile_streets(sources)
    provenance = compile_provenance(sources)
    target_folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write_table(target_folder / name, rows)
    write_packed(target_folder / streets_table.FILE, streets)
    write_packed(target_folder / outlines_table.FILE, outlines)
    write_text(target_folder / state_map.FILE, compile_map(lines))
    write_json(target_folder / "sources.json", provenance)
