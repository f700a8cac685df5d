"""What a production server installs, and what only demos, tests and developers need."""

import re
import tomllib
from pathlib import Path

import pytest

from app.store.db import EMBEDDED

ROOT = Path(__file__).resolve().parents[2]
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
NAME = re.compile(r"[a-z0-9-]+")
EXPLAINED = ROOT / "docs" / "decisions" / "0018-dependencies.md"
SOURCES = sorted(path for folder in ("app", "models", "voice_flows") for path in (ROOT / folder).rglob("*.py"))


def of_group(group):
    return {NAME.match(wanted)[0] for wanted in GROUPS[group]}


def pinned(lock):
    return {found[0] for line in (ROOT / lock).read_text().splitlines() if (found := NAME.match(line))}


@pytest.mark.parametrize("group", ["demo", "dev"])
def test_production_carries_nothing_of_a_group(group):
    assert not of_group(group) & pinned("requirements.lock")


@pytest.mark.parametrize("group", ["demo", "dev"])
def test_developers_have_every_group(group):
    assert of_group(group) <= pinned("requirements-dev.lock")


def test_what_attacks_by_locust_has_the_very_versions_of_production_and_nobody_else_has_locust():
    ours, attacking = (ROOT / "requirements.lock").read_text(), (ROOT / "requirements-attack.lock").read_text()
    pins = re.compile(r"^[a-z0-9-]+==\S+", re.MULTILINE)
    assert set(pins.findall(ours)) <= set(pins.findall(attacking))
    assert of_group("attack") <= pinned("requirements-attack.lock") - pinned("requirements-dev.lock")


def test_developers_have_what_production_has():
    assert {"flask", "psycopg"} <= pinned("requirements.lock") <= pinned("requirements-dev.lock")


def test_the_group_for_demos_is_the_embedded_database():
    assert {name.replace("-", "_") for name in of_group("demo")} == EMBEDDED


@pytest.mark.parametrize("library", sorted(EMBEDDED))
def test_one_file_alone_knows_the_embedded_database(library):
    imports = re.compile(rf"^\s*(import|from) {library}\b", re.MULTILINE)
    knowing = [path.name for path in SOURCES if imports.search(path.read_text())]
    assert knowing == ["embedded_postgres.py"]


def test_what_is_old_and_stays_is_still_there():
    explained = set(re.findall(r"^\| `([a-z0-9-]+)` \|", EXPLAINED.read_text(), re.MULTILINE))
    assert {"waitress", "flask-principal"} <= explained <= pinned("requirements-dev.lock")
