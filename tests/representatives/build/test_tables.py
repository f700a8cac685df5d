"""The builder compiles the tables in the repository from the sources, the same every time."""

import json
import lzma
import shutil
from pathlib import Path

import pytest

from app.representatives.build import SourcesDoNotAgreeError, build
from app.representatives.facts import tables as tables_module
from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables

OURS = Path(tables_module.__file__).parents[1] / "tables"


def test_the_committed_tables_are_what_the_builder_makes(sources, tmp_path):
    build(sources, tmp_path)
    assert unpacked(tmp_path) == unpacked(OURS / "ma")


def unpacked(folder):
    """What is in each file; another version of a packer may pack the same into other bytes."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: lzma.decompress(data) if name.endswith(".xz") else data for name, data in files.items()}


def test_the_tables_take_less_than_a_megabyte():
    assert sum(path.stat().st_size for path in OURS.rglob("*") if path.is_file()) <= 1_000_000


def test_a_missing_seat_is_refused_and_nothing_is_written(sources, tmp_path):
    copy = tmp_path / "sources"
    shutil.copytree(sources, copy, ignore=shutil.ignore_patterns("shapes"), copy_function=shutil.copyfile)
    copy.chmod(0o755)
    (copy / "ma_vacancies.csv").write_text("chamber,district,vacant_until\n", encoding="utf-8")
    with pytest.raises(SourcesDoNotAgreeError, match="160 seats"):
        build(copy, tmp_path / "built")
    assert not (tmp_path / "built").exists()


def test_no_two_towns_share_a_look_up_key():
    in_english = {key for key in tables().keys if key.isascii()}
    assert len(in_english) == len({normalise(town) for town in tables().towns}) == 351


def test_every_table_says_where_it_comes_from_and_when():
    origins = json.loads((OURS / "ma" / "sources.json").read_text(encoding="utf-8"))["tables"]
    assert set(origins) | {"sources"} == {path.name.partition(".")[0] for path in (OURS / "ma").iterdir()}
    assert all(source["commit"] and source["date"] for table in origins.values() for source in table)


def test_people_agree_with_the_sources(source_rows, geoid_of):
    people = {person.openstates_id: person for person in tables().people}
    for row in source_rows("ma_legislators.csv"):
        person = people.pop(row["openstates_id"])
        written = [f"{line.e164[2:5]}-{line.e164[5:8]}-{line.e164[8:]}" for line in person.lines]
        assert (person.name, person.geoid) == (row["name"], geoid_of[row["chamber"], row["district"]])
        assert person.email == row["email"]
        assert written == [row[name][:12] for name in ("capitol_phone", "district_phone") if row[name]]
    assert not people


def test_every_member_has_an_e_mail_address_of_their_own():
    assert len({person.email for person in tables().people} - {""}) == len(tables().people) == 198


def test_the_one_extension_is_kept():
    assert [line.extension for person in tables().people for line in person.lines if line.extension] == ["13"]
