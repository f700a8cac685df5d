"""Where the gathered sources lie, for the tests that compare our tables with them."""

import csv
import json
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def sources():
    if not (SOURCES / "ma_towns.json").exists():
        pytest.skip("the gathered sources are not beside this repository")
    return SOURCES


@pytest.fixture(scope="session")
def source_rows(sources):
    def rows(name):
        with (sources / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture(scope="session")
def source_towns(sources):
    return json.loads((sources / "ma_towns.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def geoid_of(source_rows):
    return {(row["chamber"], row["district"]): row["geoid"] for row in source_rows("ma_districts.csv")}
