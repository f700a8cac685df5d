"""Prints who represents a place as a small table for people."""

from app.guard.phone_numbers import national
from app.representatives.candidates import Candidate
from app.representatives.places.resolution import Resolution, ResolutionKind


def as_table(resolution: Resolution, people: tuple[Candidate, ...]) -> str:
    """The sentence that says why, under it one aligned row a candidate or the suggestions."""
    rows = [_row(person) for person in people]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    if resolution.kind is ResolutionKind.CONFIRM:
        table = [f"Did you mean {' or '.join(resolution.towns)}?"]
    return "\n".join([str(resolution.why), *(f"  {line}" for line in table)])


def _row(person: Candidate) -> tuple[str, ...]:
    share = f"{person.share:.0%}"
    if person.vacant:
        due = f"vacant, due to be filled {person.vacant_until}" if person.vacant_until else "vacant"
        return (person.district, due, "", "", share, person.part)
    line = national(person.line.e164, person.line.extension) if person.line else "no number"
    return (person.district, f"{person.title} {person.name}", person.party or "", line, share, person.part)
