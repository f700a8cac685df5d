"""Which area codes lie over or beside another, for when one has no numbers left (NANPA, November 2026)."""

from collections.abc import Mapping, Sequence

NEIGHBORS: Mapping[str, Sequence[str]] = {
    "617": ("857", "781", "339"),
    "857": ("617", "781", "339"),
    "781": ("339", "617", "857"),
    "339": ("781", "617", "857"),
    "508": ("774", "781", "978"),
    "774": ("508", "781", "978"),
    "978": ("351", "781", "508"),
    "351": ("978", "781", "508"),
    "413": ("508", "774", "978"),
}


def neighbors_of(area_code: str) -> Sequence[str]:
    """The nearest first; none where we know of none."""
    return NEIGHBORS.get(area_code, ())
