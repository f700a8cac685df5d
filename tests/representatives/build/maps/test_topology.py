"""Areas that share borders are taken apart into arcs, each kept once."""

from app.representatives.build.maps.topology import topology

LEFT = [(0, 0), (1, 0), (1, 1), (1, 2), (0, 2), (0, 0)]
RIGHT = [(1, 0), (2, 0), (2, 2), (1, 2), (1, 1), (1, 0)]
LAKE = [(0.2, 0.2), (0.4, 0.2), (0.4, 0.4), (0.2, 0.2)]


def walked(found, name):
    """The rings of an area, put together again."""
    for ring in found.areas[name]:
        arcs = [found.arcs[abs(number) - 1][:: 1 if number > 0 else -1] for number in ring]
        yield [spot for arc in arcs for spot in arc[:-1]]


def same(ring, corners):
    return sorted(ring) == sorted(corners[:-1])


def test_a_border_between_two_areas_is_one_arc_of_both():
    found = topology({"left": [LEFT], "right": [RIGHT]})
    assert sorted(map(len, found.owners.values())) == [1, 1, 2]
    assert all(same(*pair) for pair in zip(walked(found, "left"), [LEFT], strict=True))
    assert all(same(*pair) for pair in zip(walked(found, "right"), [RIGHT], strict=True))


def test_a_ring_that_meets_nothing_is_shared_with_what_fills_it():
    found = topology({"land": [LEFT, LAKE], "lake": [LAKE[::-1]]})
    land, lake = found.areas["land"][1], found.areas["lake"][0]
    assert {abs(number) for number in land} == {abs(number) for number in lake}
    assert all(same(*pair) for pair in zip(walked(found, "lake"), [LAKE], strict=True))
