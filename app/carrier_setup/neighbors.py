"""Which area codes lie over or near another, for when one has no numbers left: its own area's, then its state's."""

from collections.abc import Iterator, Sequence

from app.carrier_setup.area_codes import STATES


def neighbors_of(area_code: str) -> Sequence[str]:
    """The nearest first; none where we know of none."""
    for listed in STATES.values():
        areas = [area.split("/") for area in listed.split()]
        if any(area_code in area for area in areas):
            return [code for code in dict.fromkeys(_nearest_first(areas, area_code)) if code != area_code]
    return ()


def _nearest_first(areas: Sequence[Sequence[str]], area_code: str) -> Iterator[str]:
    """Those over it, wherever it lies; of the others each area by how far from it the list has it."""
    here = [place for place, area in enumerate(areas) if area_code in area]
    far = sorted(range(len(areas)), key=lambda place: min(abs(place - one) for one in here))
    for place in far:
        yield from areas[place]
