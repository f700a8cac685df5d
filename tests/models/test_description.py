"""docs/tables.md says what the models say."""

from pathlib import Path

import pytest

from models.describe import describe

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "tables.md"
CATALOG = Path(__file__).with_name("catalog.txt").read_text().splitlines()
TABLES = [line.removesuffix(" table") for line in CATALOG if line.endswith(" table")]


def test_the_document_is_what_the_models_say():
    assert DOCUMENT.read_text(encoding="utf-8") == describe(), "run `make tables`"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_place(table):
    assert describe().count(f"**`{table}`**") == 1
