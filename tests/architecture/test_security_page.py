"""SECURITY.md names every threat, and what it links to is there: a test, or it says that it is not built yet."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (T\d+) \| .+ \| .+ \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
ROWS = dict(ROW.findall((ROOT / "SECURITY.md").read_text()))


def test_every_threat_has_its_row():
    assert list(ROWS) == [f"T{number}" for number in range(1, 23)]


@pytest.mark.parametrize("threat", ROWS)
def test_each_has_tests_or_says_that_it_is_not_built_yet(threat):
    links = LINK.findall(ROWS[threat])
    assert links or ROWS[threat] == "not built yet"
    for link in links:
        assert re.match(r"tests/.*test_\w+\.py$", link), link
        assert "def test_" in (ROOT / link).read_text(), link
