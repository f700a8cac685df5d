"""Says in words which wards and precincts make up a part of a town."""

import re
from collections.abc import Iterable

from app.representatives.build.sources import Row


def in_natural_order(label: str) -> list[tuple[int, str]]:
    """A key that sorts 2 before 2A before 10, and A before A1."""
    return [(int(piece), "") if piece.isdigit() else (0, piece) for piece in re.findall(r"\d+|\D+", label)]


def part_in_words(inside: list[Row], town: list[Row]) -> str:
    """Such as "Wards 2, 7; Ward 4 Precincts 1, 3A", or "Precincts 1, 2" in a town without wards."""
    if not town[0]["ward"]:
        return _listed("Precinct", (row["precinct"] for row in inside))
    wards = sorted({row["ward"] for row in inside}, key=in_natural_order)
    whole = [ward for ward in wards if _count(inside, ward) == _count(town, ward)]
    parts = [_listed("Ward", whole)] if whole else []
    for ward in wards:
        if ward not in whole:
            labels = (row["precinct"] for row in inside if row["ward"] == ward)
            parts.append(f"Ward {ward} {_listed('Precinct', labels)}")
    return "; ".join(parts)


def _count(rows: list[Row], ward: str) -> int:
    return sum(row["ward"] == ward for row in rows)


def _listed(noun: str, labels: Iterable[str]) -> str:
    ordered = sorted(labels, key=in_natural_order)
    return f"{noun}{'s' if len(ordered) > 1 else ''} {', '.join(ordered)}"
