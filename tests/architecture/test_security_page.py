"""SECURITY.md names every threat, and what it links to is there: a test; what it says is not built yet is not there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (T\d+) \| .+ \| .+ \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
PAGE = (ROOT / "SECURITY.md").read_text()
ROWS = dict(ROW.findall(PAGE))
NOT_BUILT_YET = {"T11": "app/integrations", "T13": "app/web/embed"}  # where it will stand


def test_every_threat_has_its_row():
    assert list(ROWS) == [f"T{number}" for number in range(1, 23)]


@pytest.mark.parametrize("threat", ROWS)
def test_each_has_tests_or_says_that_it_is_not_built_yet(threat):
    links = LINK.findall(ROWS[threat])
    assert links or ROWS[threat] == "not built yet"
    for link in links:
        assert re.match(r"tests/.*test_\w+\.py$", link), link
        assert "def test_" in (ROOT / link).read_text(), link


def test_what_is_said_not_to_be_built_yet_is_not_there():
    said = {line.split(" | ")[0].strip("| ") for line in PAGE.splitlines() if "not built yet |" in line}
    assert said == {threat for threat, room in NOT_BUILT_YET.items() if not (ROOT / room).exists()}
