"""Where an area code has no numbers left, others of the same area are offered, and then the nearest of its state."""

import pytest
from phonenumbers.geodata import GEOCODE_DATA

from app.carrier_setup.area_codes import STATES
from app.carrier_setup.neighbors import neighbors_of

CALLED_OTHERWISE = {"Washington State": "Washington", "Washington D.C.": "District of Columbia"}
OF_A_CITY = {
    "Chicago, IL": "Illinois",
    "Los Angeles, CA": "California",
    "New York, NY": "New York",
    "Palm Beach, FL": "Florida",
    "Philadelphia, PA": "Pennsylvania",
    "San Antonio, TX": "Texas",
}


@pytest.mark.parametrize(
    ("area_code", "nearest"),
    [
        ("617", ["857", "781", "339", "508"]),
        ("413", ["978", "351", "508"]),
        ("212", ["646", "332", "917", "718"]),
        ("917", ["212", "646", "332", "718"]),
        ("564", ["206", "425", "253", "360", "509"]),
        ("213", ["323", "738"]),
        ("406", []),
        ("242", []),
        ("", []),
    ],
)
def test_those_of_the_same_area_come_first(area_code, nearest):
    assert list(neighbors_of(area_code))[: len(nearest) or 9] == nearest


def test_every_area_code_is_in_its_state():
    said = {prefix[1:]: told["en"] for prefix, told in GEOCODE_DATA.items() if len(prefix) == 4 and prefix[0] == "1"}
    known = {code: OF_A_CITY.get(name) or CALLED_OTHERWISE.get(name, name) for code, name in said.items()}
    ours = {code: state for state, listed in STATES.items() for code in listed.replace("/", " ").split()}
    theirs = {code: state for code, state in known.items() if state in STATES}
    assert {code: state for code, state in theirs.items() if ours.get(code) != state} == {}
    assert len(theirs) > 300
