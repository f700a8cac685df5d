"""Which districts a point may lie in: never a wrong one, and rarely a question."""

import random
from itertools import islice, pairwise

import pytest

from app.representatives.build.maps.shapes import Lines
from app.representatives.facts.tables import tables
from app.representatives.outlines.geometry import is_within
from app.representatives.outlines.near import Point, districts_near, towns_near

STATE_HOUSE = (42.3581, -71.0637)


@pytest.fixture(scope="module")
def lines(sources):
    """The lines as they were gathered, with a corner every few metres."""
    return Lines.read(sources / "shapes")


@pytest.fixture(scope="module")
def truth(lines):
    """Tells the district of a point by all corners of the lines, "" outside of all."""
    boxes = {geoid: box(rings) for geoid, rings in lines.districts.items()}

    def district_of(lat, lon):
        about = [geoid for geoid, (w, s, e, n) in boxes.items() if w <= lon <= e and s <= lat <= n]
        return next((geoid for geoid in about if is_within((lon, lat), lines.districts[geoid])), "")

    return district_of


def box(rings):
    xs, ys = zip(*(spot for ring in rings for spot in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def points_in_split_towns(lines, many, chance):
    """Points anywhere in split towns, as many in each as people live there."""
    towns = [town for town in tables().towns.values() if len(town.house) > 1]
    for town in chance.choices(towns, [town.population for town in towns], k=many):
        west, south, east, north = box(lines.towns[town.name])
        lon, lat = -1.0, -1.0
        while not is_within((lon, lat), lines.towns[town.name]):
            lon, lat = chance.uniform(west, east), chance.uniform(south, north)
        yield lat, lon


def test_the_state_house_lies_in_one_district_of_boston():
    near = districts_near(Point(*STATE_HOUSE, accuracy=25))
    assert (len(near.geoids), near.sure) == (1, True)
    assert towns_near(Point(*STATE_HOUSE, accuracy=25)) == ("Boston",)


@pytest.mark.parametrize("point", [(42.7654, -71.4676), (41.8240, -71.4128), (42.30, -70.40), (0, 0)])
def test_a_point_elsewhere_lies_in_no_district(point):
    assert districts_near(Point(*point, accuracy=25)).geoids == frozenset()


def test_whoever_may_be_far_off_is_never_sure():
    near = districts_near(Point(*STATE_HOUSE, accuracy=1500))
    assert len(near.geoids) > 2
    assert not near.sure


@pytest.mark.parametrize(("accuracy", "sure"), [(0, 0.96), (50, 0.87)])
def test_points_of_split_towns_are_told_right_or_asked_about(lines, truth, accuracy, sure):
    told = []
    for lat, lon in points_in_split_towns(lines, 500, random.Random(27)):  # noqa: S311 - repeatable on purpose
        district = truth(lat, lon)
        if district:
            near = districts_near(Point(lat, lon, accuracy))
            assert district in near.geoids
            told.append(near.sure)
    assert sum(told) / len(told) >= sure


def test_even_along_the_lines_no_point_is_told_wrong(lines, truth):
    chance = random.Random(27)  # noqa: S311 - repeatable on purpose
    corners = (ring for rings in lines.districts.values() for ring in rings)
    for (x, y), (x2, y2) in islice(pairwise(corner for ring in corners for corner in ring), 0, None, 60):
        lon, lat = (x + x2) / 2 + chance.gauss(0, 0.0005), (y + y2) / 2 + chance.gauss(0, 0.0004)
        district = truth(lat, lon)
        assert not district or district in districts_near(Point(lat, lon, accuracy=0)).geoids
