"""Writes a table as CSV or packed, and the provenance as JSON, byte for byte the same every time."""

import csv
import json
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path


def write_table(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write rows, all with the columns of the first, as UTF-8 with plain newlines."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def write_text(path: Path, text: str) -> None:
    """Write a text that is read as it stands."""
    path.write_text(text, encoding="utf-8", newline="\n")


def write_packed(path: Path, text: str) -> None:
    """Write a text that is too long to lie around unpacked."""
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def write_json(path: Path, value: object) -> None:
    """Write one value, indented so that a change shows as a small diff."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
