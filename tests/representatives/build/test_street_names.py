"""A street as an assessor wrote it is taken apart: its name, its village, and what is only a remark."""

import pytest

from app.representatives.build.street_names import read_street


@pytest.mark.parametrize(
    ("written", "name", "is_remark"),
    [
        ("MAIN ST", "MAIN ST", False),
        ("MAIN ST W", "MAIN ST W", False),
        ("MAIN ST EXT", "MAIN ST EXT", False),
        ("MAIN ST U101", "MAIN ST", True),
        ("MAIN ST UNIT 3", "MAIN ST", True),
        ("OAK ST BG 14 UNIT 2", "OAK ST", True),
        ("MAIN STBEHIND", "MAIN ST", True),
        ("MAIN ST PAWTUCKET RI", "MAIN ST", True),
        ("STATION LANDING U1207", "STATION LANDING", True),
        ("LITTLETON U134 RD", "LITTLETON RD", True),
        ("OLD RD TO 9 ACRE COR", "OLD RD TO 9 ACRE COR", False),
        ("ROUTE 28A", "ROUTE 28A", False),
    ],
)
def test_the_name_is_told_from_remarks(written, name, is_remark):
    street = read_street("Acton", "", written)
    assert (street.name, street.area, street.is_remark) == (name, "", is_remark)


@pytest.mark.parametrize(
    ("written", "name", "area"),
    [
        ("MAIN ST M MILLS", "MAIN ST", "Marstons Mills"),
        ("MAIN ST RTE 6AW BARN", "MAIN ST", "West Barnstable"),
        ("MAIN ST RTE 6ABARN", "MAIN ST", "Barnstable Village"),
        ("FALMOUTH ROADRTE 28", "FALMOUTH ROAD", ""),
        ("OLD POST RD CT MMIL", "OLD POST RD", "Marstons Mills"),
        ("ROUTE 149", "ROUTE 149", ""),
    ],
)
def test_barnstable_names_the_village(written, name, area):
    street = read_street("Barnstable", "", written)
    assert (street.name, street.area) == (name, area)


def test_one_neighborhood_is_written_wrong():
    assert read_street("Boston", "Sydney St  Dorchester", "SYDNEY ST").area == "Dorchester"
