"""What is of any type at all is checked by nobody: there is little of it, and none where the work is done."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AT_MOST = 49
USE_CASES = ("calls", "campaigns", "limits", "readiness", "representatives", "statistics", "team")
IMPORTS = re.compile(r"^\s*(from|import) .*$", re.MULTILINE)


def written(text):
    """How often a text says Any, imports aside."""
    return len(re.findall(r"\bAny\b", IMPORTS.sub("", text)))


COUNTS = {
    str(path.relative_to(ROOT)): written(path.read_text())
    for folder in ("app", "models", "voice_flows")
    for path in sorted((ROOT / folder).rglob("*.py"))
}


def test_any_is_written_fewer_than_fifty_times():
    assert sum(COUNTS.values()) <= AT_MOST


@pytest.mark.parametrize("room", USE_CASES)
def test_no_use_case_takes_or_gives_what_is_of_any_type(room):
    files = [file for file in COUNTS if file.startswith(f"app/{room}/")]
    assert files
    assert not [file for file in files if COUNTS[file]]


@pytest.mark.parametrize(
    ("text", "times"), [("from typing import Any\n", 0), ("def read(row: Any) -> dict[str, Any]: ...", 2), ("Many", 0)]
)
def test_any_is_counted_where_it_is_meant(text, times):
    assert written(text) == times
