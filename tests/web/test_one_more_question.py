"""A town does not decide: the supporter chooses, or gives a ZIP code, and is asked again where that is not enough."""

import re

import pytest
from sqlalchemy import select

from models import Call, CalledOffice
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def called(session):
    """Whom the calls went to, and how that was found."""
    first = select(Call.town, CalledOffice.district_geoid, CalledOffice.how_found).join(CalledOffice)
    return lambda: [tuple(row) for row in session.execute(first.where(CalledOffice.rank == Call.office_at))]


def offered(page):
    return re.findall(r'name="district" value="(\w+)"', page.text)


def sentence(page):
    return re.search(r'id="problem">\s*<p><a href="#([\w-]+)">([^<]+)<', page.text).groups()


def test_candidates_are_shown_with_name_district_party_precincts_and_share(supporter, called):
    page = supporter.asks_to_be_called(town="Acton")
    for words in (
        "Simon Cataldo",
        "14th Middlesex · Democratic",
        "52% of Acton · Precincts 1, 2, 6, 7",
        "48% of Acton",
    ):
        assert words in page.text
    assert called() == []


def test_no_share_is_given_where_it_is_not_that_of_the_whole_town(supporter):
    for asked in ({"town": "Boston"}, {"town": "Worcester", "zip": "01602"}, {"town": "Chestnut Hill"}):
        assert "% of" not in supporter.asks_to_be_called(**asked).text


def test_the_choice_is_called(supporter, called):
    supporter.asks_to_be_called(town="Acton", district="25095")
    assert called() == [("Acton", "25095", "chosen")]


def test_a_zip_code_that_decides_is_called(supporter, called):
    supporter.asks_to_be_called(town="Boston", zip="02128")
    assert called() == [("Boston", "25123", "zip")]


@pytest.mark.parametrize("zip_code", ["02128-1234", "02128 1234", " 02128 ", "０２１２８"])
def test_a_zip_code_is_understood_as_others_write_it(supporter, called, zip_code):
    supporter.asks_to_be_called(town="Boston", zip=zip_code)
    assert called() == [("Boston", "25123", "zip")]


def test_a_zip_code_that_narrows_leaves_fewer_to_choose_from(supporter, called):
    page = supporter.asks_to_be_called(town="Worcester", zip="01602")
    assert offered(page) == ["25154", "25158"]
    assert "The part of Worcester with ZIP code 01602 is divided among 2 House districts." in page.text
    assert called() == []


@pytest.mark.parametrize(
    ("town", "zip_code", "told"),
    [
        ("Acton", "1234", "A ZIP code has five digits, like 02139."),
        ("Acton", "<b>", "A ZIP code has five digits, like 02139."),
        ("Acton", "02139", "ZIP code 02139 is not known to reach Acton."),
        ("Acton", "03060", "ZIP code 03060 is outside Massachusetts, but Acton is not."),
        ("Dorchester", "02130", "ZIP code 02130 is not known as one of Dorchester."),
        ("02130", "02139", "Two different ZIP codes were given."),
    ],
)
def test_a_zip_code_that_does_not_help_leads_back_to_the_choice(supporter, called, town, zip_code, told):
    page = supporter.asks_to_be_called(town=town, zip=zip_code)
    assert (page.status_code, sentence(page)) == (200, ("zip", told))
    assert len(offered(page)) >= 2
    assert called() == []


@pytest.mark.parametrize(("town", "zip_code"), [("Acton", "01720"), ("Boston", "02112")])
def test_a_zip_code_that_does_not_decide_is_not_asked_for_again(supporter, called, town, zip_code):
    page = supporter.asks_to_be_called(town=town, zip=zip_code)
    assert sentence(page) == ("look-up", f"ZIP code {zip_code} does not tell these districts apart.")
    assert page.text.count('name="zip"') == page.text.count(f'type="hidden" name="zip" value="{zip_code}"') == 2
    assert called() == []


def test_fields_left_empty_are_asked_for(supporter):
    page = supporter.asks_to_be_called(town="Acton", zip="")
    assert sentence(page) == ("look-up", "Tell us where you live, or choose your representative.")


def test_everything_typed_is_kept_on_the_way_back(supporter):
    page = supporter.asks_to_be_called(town="Acton", zip="02139", name="Zoë")
    for value in ("(•••) •••-••23", "Acton", "Zoë", "02139"):
        assert f'value="{value}"' in page.text


def test_a_choice_counts_whatever_else_was_typed_before(supporter, called):
    supporter.asks_to_be_called(town="Acton", zip="02139", district="25072")
    assert called() == [("Acton", "25072", "chosen")]


@pytest.mark.parametrize(("town", "how_many"), [("Boston", 16), ("Cambridge", 6), ("Acton", 2)])
def test_in_a_split_town_the_street_is_asked_and_whoever_would_rather_not_say_may_choose(supporter, town, how_many):
    before, details = supporter.asks_to_be_called(town=town).text.split("<details>")
    assert "Which street do you live on?" in before
    assert 'name="street"' in before
    assert "I would rather not say, or I do not know" in details
    assert details.index('name="zip"') < details.index('name="district"')
    assert details.count('name="district"') == how_many


def test_where_a_street_tells_nothing_the_representatives_come_first(supporter):
    page = supporter.asks_to_be_called(town="Millers Falls").text
    assert 'name="street"' not in page
    assert page.index('name="district"') < page.index('name="zip"')
    assert "<details" not in page


def test_a_zip_code_typed_as_the_town_is_not_asked_for_again(supporter):
    assert 'name="zip"' not in supporter.asks_to_be_called(town="02130").text


def test_no_address_is_asked_for_where_the_geocoder_is_off(supporter):
    assert 'name="address"' not in supporter.asks_to_be_called(town="Boston").text


def test_an_address_sent_all_the_same_is_told_to_be_no_use(supporter, called):
    page = supporter.asks_to_be_called(town="Boston", address="12 Example St")
    assert "We cannot look addresses up just now" in page.text
    assert called() == []


def test_a_precinct_typed_with_the_town_decides(supporter, called):
    supporter.asks_to_be_called(town="Boston Ward 6 Precinct 3")
    assert called() == [("Boston", "25126", "precinct")]


def test_an_address_typed_as_the_town_says_the_town(supporter, called):
    page = supporter.asks_to_be_called(town="4711 Zyzzyva Lane, Worcester")
    assert "Who represents you in Worcester?" in page.text
    assert "We cannot look addresses up" not in page.text
    supporter.asks_to_be_called(town="12 Main St, Holyoke")
    assert called() == [("Holyoke", "25048", "town")]


@pytest.mark.parametrize(
    ("asked", "senator", "number"),
    [
        ({"town": "Leverett"}, "Jo Comerford</strong> (Hampshire, Franklin and Worcester)", "(617) 722-1532"),
        ({"town": "Lowell", "district": "25075"}, "Vanna Howard</strong> (1st Middlesex)", "(617) 722-1630"),
        ({"town": "Tewksbury", "district": "25075"}, "Barry Finegold</strong> (2nd Essex", "(617) 722-1612"),
        ({"town": "Lowell Ward 3"}, "Vanna Howard</strong> (1st Middlesex)", "(617) 722-1630"),
    ],
)
def test_where_the_seat_is_vacant_the_senator_is_offered(supporter, called, asked, senator, number):
    page = supporter.asks_to_be_called(**asked)
    assert f"Your senator is <strong>{senator}" in page.text
    assert number in page.text
    assert called() == []


def test_where_the_senator_is_not_certain_nobody_is_named(supporter):
    page = supporter.asks_to_be_called(town="01852", district="25075")
    assert "Your seat is empty just now" in page.text
    assert "Your senator is" not in page.text
