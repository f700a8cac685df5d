"""What a district is known by: its towns, and in Boston its neighborhoods."""

import pytest

from app.representatives.facts.tables import tables
from app.representatives.places.of_district import towns_of


@pytest.mark.parametrize(
    ("geoid", "towns"),
    [
        ("25048", ("Holyoke", "Chicopee")),
        ("25134", ("Boston (Mattapan, Dorchester)", "Milton")),
        ("25125", ("Boston",)),  # downtown, which has no other name in the table
        ("25002", ("Barnstable", "Yarmouth")),  # whose table names few villages only
        ("25D26", ("Cambridge", "Everett", "Chelsea", "Boston")),
    ],
)
def test_the_town_where_most_of_its_residents_live_comes_first(geoid, towns):
    assert towns_of(geoid)[:4] == towns


def test_every_district_has_towns_and_an_office_made_by_hand_has_none():
    assert all(towns_of(geoid) for geoid in tables().districts)
    assert towns_of("made-1") == ()
