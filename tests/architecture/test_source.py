"""What holds for every file: names, lengths, first sentences, and words that must never appear."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from app.config import Settings

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = [path for folder in ("app", "models", "voice_flows") for path in sorted((ROOT / folder).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "app" / "templates").rglob("*.html"))
STYLES = sorted(path for kind in ("css", "js") for path in (ROOT / "app").rglob(f"*.{kind}"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LARGEST_ROOM = 14  # files, beside the door
LISTS = {"models"}  # one after the other, and no rooms
FLOWS = sorted((ROOT / "voice_flows").rglob("*.py"))
LOCKS = sorted(ROOT.glob("requirements*.lock"))
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "service", "services"}
LISTENS = re.compile(r"\brecord\b|\brecording|\.record|Record\b|transcri|siprec|<Stream|\bstream\b", re.IGNORECASE)
RUNS_INLINE = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
HOST = re.compile(r"://|--(extra-)?index-url|--find-links|\s@\s")


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_there_is_something_to_look_at():
    assert all([PRODUCT, TESTS, TEMPLATES, FLOWS, LOCKS])


def test_every_file_opens_with_a_sentence():
    assert not names(path for path in [*PRODUCT, *TESTS] if not ast.get_docstring(ast.parse(path.read_text())))


def test_no_file_is_longer_than_three_hundred_lines():
    assert not names(path for path in [*PRODUCT, *TESTS] if len(path.read_text().splitlines()) > 300)


def test_no_room_holds_more_than_one_can_look_over():
    files = [*PRODUCT, *TESTS, *TEMPLATES, *STYLES]
    rooms = Counter(str(path.parent.relative_to(ROOT)) for path in files if path.name != "__init__.py")
    assert not {room: count for room, count in rooms.items() if count > LARGEST_ROOM and room not in LISTS}


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_what_a_page_names_is_there(page):
    named = re.findall(r"`((?:app|docs|migrations|models|tests|tools|voice_flows)/[\w./]*)`", page.read_text())
    assert not [path for path in named if not (ROOT / path).exists()]


def test_no_name_says_nothing():
    assert not names(path for path in [*PRODUCT, *TESTS] if EMPTY_NAMES & set(re.split(r"[._]", path.name)))
    assert not names(path for path in [*PRODUCT, *TESTS] if EMPTY_NAMES & set(path.relative_to(ROOT).parts))


def test_no_flow_can_record_transcribe_or_listen_in():
    assert not names(path for path in FLOWS if LISTENS.search(path.read_text()))


def test_the_clock_of_massachusetts_is_named_in_one_file():
    assert names(path for path in PRODUCT if "America/New_York" in path.read_text()) == ["app/clock.py"]


@pytest.mark.parametrize("template", TEMPLATES, ids=names(TEMPLATES))
def test_no_page_runs_or_styles_anything_inline(template):
    assert not RUNS_INLINE.findall(template.read_text())


@pytest.mark.parametrize("bad", ['<p style="x">', "<a onclick='x'>", "<script>", '<a href="javascript:x">', "<style>"])
def test_what_runs_inline_would_be_found(bad):
    assert RUNS_INLINE.search(bad)


@pytest.mark.parametrize("lock", LOCKS, ids=names(LOCKS))
def test_locks_name_no_host(lock):
    assert not [line for line in lock.read_text().splitlines() if HOST.search(line.partition("#")[0])]


@pytest.mark.parametrize("lock", LOCKS, ids=names(LOCKS))
def test_locks_pin_everything_by_hash(lock):
    pinned = [line for line in lock.read_text().splitlines() if re.match(r"[a-z0-9]", line)]
    assert not [line for line in pinned if "==" not in line]
    assert "--hash=sha256:" in lock.read_text()


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_every_setting_is_explained_in_the_readme(setting):
    rows = [line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("|")]
    assert f"`{setting.upper()}`" in " ".join(rows)


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_every_setting_says_what_it_means(setting):
    assert Settings.model_fields[setting].description
