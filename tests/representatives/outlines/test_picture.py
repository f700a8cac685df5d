"""A picture of a town: every district with its number in it, and names that cover nothing."""

import re

import pytest

from app.representatives.facts.tables import tables
from app.representatives.outlines.geometry import is_within
from app.representatives.outlines.lettering import SIZE
from app.representatives.outlines.picture import WIDTH, picture

SPLIT = [town.name for town in tables().towns.values() if len(town.house) > 1]


def rings(path):
    """What a path draws, as rings of spots."""
    for ring in path.split("M")[1:]:
        x, y, *steps = map(int, re.findall(r"-?\d+", ring))
        spots = [(x, y)]
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            spots.append((spots[-1][0] + across, spots[-1][1] + down))
        yield [*spots, spots[0]]


def boxes(names):
    for one in names:
        long = len(one.name) * SIZE * 0.5
        left = {"start": one.text_x, "end": one.text_x - long, "middle": one.text_x - long / 2}[one.anchor]
        yield left, one.text_y - SIZE / 2, left + long, one.text_y + SIZE / 2


def cover(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("town", SPLIT)
def test_every_district_has_its_number_within_itself_and_the_town(town):
    drawn = picture((town,))
    within = list(rings(drawn.within))
    for district in drawn.districts:
        (number,) = district.numbers
        assert is_within(number, list(rings(district.path)))
        assert is_within(number, within)


@pytest.mark.parametrize("town", ["Boston", "Acton", "Cambridge", "Newton", "Falmouth"])
def test_names_stand_in_the_frame_and_cover_nothing(town):
    drawn = picture((town,))
    named = list(boxes([*drawn.places, *drawn.next_door]))
    numbers = [(x - 14, y - 14, x + 14, y + 14) for one in drawn.districts for x, y in one.numbers]
    assert all(w >= 0 and n >= 0 and e <= WIDTH and s <= drawn.height for w, n, e, s in named)
    assert not [1 for at, one in enumerate(named) for other in (*named[:at], *numbers) if cover(one, other)]


def test_neighbors_are_named_outside_of_the_town():
    drawn = picture(("Acton",))
    assert {one.name for one in drawn.next_door} >= {"Boxborough", "Carlisle", "Concord"}
    assert not [one for one in drawn.next_door if is_within((one.text_x, one.text_y), list(rings(drawn.within)))]


def test_two_towns_are_drawn_together_and_neither_is_the_others_neighbor():
    drawn = picture(("Acton", "Boxborough"))
    assert {name for one in drawn.districts for name in one.next_to} >= {"Carlisle"}
    assert "Boxborough" not in {one.name for one in drawn.next_door}
    assert len(drawn.districts) == 2
