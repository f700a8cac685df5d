"""`make bench`: measure, print a table as it goes, and write `instance/bench.json`."""

import json
import os
import re
import sys
import traceback
from pathlib import Path

from app.instance import instance_folder
from benchmarks.figure import Figure
from benchmarks.rows import chosen, measured

HEAD = f"{'row':<34}{'figure':>12}{'goal':>12}  {'':<7}unit"


def main(folder: Path) -> int:
    """Measure what ROWS names, or everything; a row that fails leaves the others be, and is told in the end."""
    kept = folder / "bench.json"
    wanted = tuple(re.findall(r"[^\s,]+", os.environ.get("ROWS", "")))
    found: dict[str, Figure] = {}
    failed = []
    rows = chosen(wanted)
    _write(kept, found)  # what another run found is not this one's
    _say(HEAD)
    for row in rows:
        try:
            figures = measured(row, wanted)
        except Exception:  # noqa: BLE001 - whatever it was, the other rows are measured
            traceback.print_exc()
            failed.append(row)
            continue
        found |= figures
        _say("\n".join(_line(name, figure) for name, figure in figures.items()))
        _write(kept, found)
    if failed:
        _say(f"✗ not measured: {', '.join(failed)}")
    return 1 if failed else 0


def _line(name: str, one: Figure) -> str:
    goal = "" if one.goal is None else f"{one.goal:,g}"
    verdict = "" if one.goal is None else "ok" if one.is_reached else "misses"
    return f"{name:<34}{one.figure:>12,.2f}{goal:>12}  {verdict:<7}{one.unit}"


def _write(kept: Path, found: dict[str, Figure]) -> None:
    figures = {name: one._asdict() for name, one in found.items()}
    kept.write_text(json.dumps(figures, indent=1) + "\n")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(instance_folder()))
