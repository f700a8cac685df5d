"""Every way of writing a street has one key, and every street of the table is found by the name it is shown by."""

import pytest

from app.representatives.streets.key import base_of, kind_of, name_of, street_key
from app.representatives.streets.table import streets
from app.representatives.streets.typed import Reading, read_typed


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Mass. Ave", "massachusetts avenue"),
        ("MASSACHUSETTS AV", "massachusetts avenue"),
        ("Comm Ave", "commonwealth avenue"),
        ("St James Ave", "saint james avenue"),
        ("Old St. James Rd", "old saint james road"),
        ("Main St Ext", "main street extension"),
        ("CT ST PL", "court street place"),
        ("S. Huntington Ave", "south huntington avenue"),
        ("Lakeside Dr E", "lakeside drive east"),
        ("Rte 28A", "route 28a"),
        ("First Street", "1st street"),
        ("Twenty-First St", "21st street"),
        ("Mt Vernon St", "mount vernon street"),
        ("Dr Mann Rd", "doctor mann road"),
        ("Mc Grath Hwy", "mcgrath highway"),
        ("O'Brien Highway", "obrien highway"),
        ("The Riverway", "riverway"),
        ("Westboro Road", "westborough road"),
        ("Broadway", "broadway"),
        ("", ""),
    ],
)
def test_a_street_has_one_key(typed, key):
    assert street_key(typed) == key


def test_a_street_is_shown_as_people_write_it():
    assert [name_of(key) for key in ("mcgrath highway", "1st street", "saint james avenue")] == [
        "McGrath Highway",
        "1st Street",
        "Saint James Avenue",
    ]


def test_what_people_remember_is_the_name_without_kind_and_direction():
    assert [base_of(key) for key in ("south huntington avenue", "north street", "broadway")] == [
        "huntington",
        "north",
        "broadway",
    ]
    assert [kind_of(key) for key in ("main street extension", "broadway")] == ["extension", ""]


def test_every_street_is_found_by_the_name_it_is_shown_by():
    shown = [(town, key) for town in streets().values() for key in town.keys()]  # noqa: SIM118
    assert len(shown) > 50_000
    assert [key for town, key in shown if read_typed(name_of(key)).readings[0].key != key] == []


@pytest.mark.parametrize(
    ("typed", "number", "read"),
    [
        ("1350 Mass Ave", "", ("massachusetts avenue", 1350)),
        ("Mass Ave 1350", "", ("massachusetts avenue", 1350)),
        ("12-14 Elm St", "", ("elm street", 12)),
        ("12A Elm St, Apt. 3", "", ("elm street", 12)),
        ("12 1/2 Elm St", "", ("elm street", 12)),
        ("12 Elm St, Boston, MA", "", ("elm street", 12)),
        ("Elm St #4", "No. 12", ("elm street", 12)),
        ("Elm St 3rd floor", "7", ("elm street", 7)),
        ("One Beacon Street", "", ("beacon street", 1)),
        ("99 Elm St", "12", ("elm street", 12)),
        ("High St U101", "12", ("high street", 12)),
        ("Worcester Rd C6", "12", ("worcester road", 12)),
    ],
)
def test_the_house_number_is_read_wherever_it_stands(typed, number, read):
    assert Reading(*read) in read_typed(typed, number).readings


def test_a_corner_names_two_streets():
    assert read_typed("corner of Mass Ave & Prospect St").corner == ("massachusetts avenue", "prospect street")
    assert read_typed("Elm St").corner is None
