"""District names as anybody writes them lead to our districts; similar ones never do."""

import pytest

from app.representatives.facts.ordinals import in_digits
from app.representatives.facts.spelling import look_up_key
from app.representatives.facts.tables import tables
from app.representatives.importing.districts.names import DistrictNames
from models import Chamber

DISTRICTS = tables().districts.values()
NAMES = DistrictNames(DISTRICTS)
WRITTEN = {
    "First Essex": "1st Essex",
    "1ST ESSEX": "1st Essex",
    "First Plymouth & Norfolk": "1st Plymouth and Norfolk",
    "Second Essex and Middlesex District": "2nd Essex and Middlesex",
    "Berkshire, Hampden, Franklin, and Hampshire": "Berkshire, Hampden, Franklin and Hampshire",
    "Berkshire Hampden Franklin Hampshire": "Berkshire, Hampden, Franklin and Hampshire",
    "  cape  and islands ": "Cape and Islands",
}


@pytest.mark.parametrize(("written", "ours"), WRITTEN.items())
def test_a_senate_district_is_found_however_it_is_written(written, ours):
    assert NAMES.find(Chamber.SENATE, written).name == ours


def test_the_statutes_names_find_every_district(source_rows):
    rows = source_rows("ma_districts.csv")
    found = [NAMES.find(Chamber(row["chamber"]), row["statute_name"]).geoid for row in rows]
    assert found == [row["geoid"] for row in rows]


def test_no_two_districts_are_written_alike():
    assert len({(it.chamber, look_up_key(it.name)) for it in DISTRICTS}) == 200


@pytest.mark.parametrize("written", ["Essex", "Plymouth", "Norfolk and Bristol", "1st", "38th Middlesex", "", "🙂"])
def test_what_is_merely_similar_is_not_found(written):
    assert NAMES.find(Chamber.HOUSE, written) is None


@pytest.mark.parametrize(("written", "ours"), [("05", "5"), ("District 5", "5"), ("Hillsborough 07", "hillsborough 7")])
def test_numbered_districts_of_other_states_are_found(written, ours):
    assert look_up_key(written) == ours


@pytest.mark.parametrize(
    ("spelled", "digits"),
    [("first", "1st"), ("eleventh", "11th"), ("twelfth", "12th"), ("twentieth", "20th"), ("thirty seventh", "37th")],
)
def test_ordinals_are_written_in_digits(spelled, digits):
    assert in_digits(spelled) == digits
