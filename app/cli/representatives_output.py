"""Prints who represents a place: as JSON for programs, as a small table for people."""

from typing import Any

from app.phone_numbers import national
from app.representatives.candidate import Candidate
from app.representatives.resolution import Resolution, ResolutionKind
from app.representatives.seats import Line


def as_json(resolution: Resolution, people: tuple[Candidate, ...]) -> dict[str, Any]:
    """One answer with the keys resolution, towns, candidates and why; numbers are written nationally."""
    return {
        "resolution": resolution.kind,
        "towns": list(resolution.towns),
        "candidates": [
            {
                "district": person.district,
                "name": person.name,
                "party": person.party,
                "line": written_line(person.line),
                "vacant": person.vacant,
            }
            for person in people
        ],
        "why": str(resolution.why),
    }


def as_table(resolution: Resolution, people: tuple[Candidate, ...]) -> str:
    """The sentence that says why, under it one aligned row a candidate or the suggestions."""
    rows = [_row(person) for person in people]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    if resolution.kind is ResolutionKind.CONFIRM:
        table = [f"Did you mean {' or '.join(resolution.towns)}?"]
    return "\n".join([str(resolution.why), *(f"  {line}" for line in table)])


def written_line(line: Line | None) -> str | None:
    """A line as people write it: (508) 757-0323 ext. 13."""
    if line is None:
        return None
    return national(line.e164) + (f" ext. {line.extension}" if line.extension else "")


def _row(person: Candidate) -> tuple[str, ...]:
    share = f"{person.share:.0%}"
    if person.vacant:
        due = f"vacant, due to be filled {person.vacant_until}" if person.vacant_until else "vacant"
        return (person.district, due, "", "", share, person.part)
    line = written_line(person.line) or "no number"
    return (person.district, f"{person.title} {person.name}", person.party or "", line, share, person.part)
