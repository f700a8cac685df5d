"""Writes a table as CSV and the provenance as JSON, byte for byte the same every time."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path


def write_table(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write rows, all with the columns of the first, as UTF-8 with plain newlines."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def write_json(path: Path, value: object) -> None:
    """Write one value, indented so that a change shows as a small diff."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
