"""A street address instead of a choice: looked up once at the Census Bureau, and kept nowhere."""

import logging
import re

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import select

from models import Call, CalledOffice
from tests.world.census.answers import FAILED, match
from tests.world.census.server import CensusServer
from tests.world.log_lines import log_lines
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

ADDRESS = "4711 Zyzzyva Lane"
LOWER = "2024 State Legislative Districts - Lower"


@pytest.fixture
def census():
    with CensusServer().running() as census:
        yield census


@pytest.fixture
def settings(settings, census):
    return settings.model_copy(update={"geocoder": True, "geocoder_base_url": census.url})


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def called(session):
    """Whom the calls went to, and how that was found."""
    first = select(Call.town, CalledOffice.district_geoid, CalledOffice.how_found).join(CalledOffice)
    return lambda: [tuple(row) for row in session.execute(first.where(CalledOffice.rank == Call.office_at))]


def sentence(page):
    return re.search(r'id="problem">\s*<p><a href="#address">([^<]+)<', page.text)[1]


def test_an_address_is_asked_for_and_what_becomes_of_it_is_told(supporter):
    page = supporter.asks_to_be_called(town="Acton").text
    assert "Your street and number" in page
    assert "Looked up once at the US Census Bureau, and not kept." in page


@pytest.mark.parametrize("town", ["Boston", "Cambridge"])
def test_whoever_would_rather_not_say_the_street_may_have_the_address_looked_up(supporter, town):
    page = supporter.asks_to_be_called(town=town).text
    assert page.index("<details>") < page.index('name="address"') < page.index('name="zip"')


def test_the_district_of_the_address_is_called(supporter, census, called):
    census.finds("25095", "25D14")
    supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    assert called() == [("Acton", "25095", "address")]


@pytest.mark.parametrize(
    ("town", "address", "zip_code", "asked"),
    [
        ("Acton", "12 Main St", "", "12 Main St, Acton, MA"),
        ("acton mass", "12 Main St,", "01720", "12 Main St, Acton, MA 01720"),
        ("Acton", "12 Main St", "02139", "12 Main St, Acton, MA"),
        ("Acton", "12 Main St, Apt 3", "", "12 Main St, Apt 3, Acton, MA"),
        ("Acton", "12 Main St, Acton", "", "12 Main St, Acton, MA"),
        ("Acton", "12 main st acton", "", "12 main st acton, MA"),
        ("Acton", "12 Main St, Maynard", "", "12 Main St, Maynard, MA"),
        ("Acton", "12 Main St, Acton, MA 01720-1234", "", "12 Main St, Acton, MA 01720-1234"),
        ("Acton", "12 Main St, Nashua, NH", "", "12 Main St, Nashua, NH"),
        ("Dorchester", "12 Adams St", "", "12 Adams St, Dorchester, MA"),
        ("Chestnut Hill", "12 Boylston St", "", "12 Boylston St, Chestnut Hill, MA"),
        ("02130", "12 Centre St", "", "12 Centre St, Boston, MA 02130"),
        ("Worcester Ward 3", "12 Oak Ct", "", "12 Oak Ct, Worcester, MA"),
    ],
)
def test_the_bureau_is_given_the_place_unless_the_address_names_one(supporter, census, town, address, zip_code, asked):
    supporter.asks_to_be_called(town=town, address=address, zip=zip_code)
    assert [one["address"] for one in census.asked] == [asked]


@pytest.mark.parametrize("enough", [{"zip": "02128"}, {"district": "25123"}])
def test_an_address_is_not_sent_where_something_else_decides(supporter, census, called, enough):
    supporter.asks_to_be_called(town="Boston", address=ADDRESS, **enough)
    assert [district for _, district, _ in called()] == ["25123"]
    assert census.asked == []


@pytest.mark.parametrize("wrong", [{"phone": "12"}, {"consent": ""}, {"token": "old"}])
def test_an_address_is_not_sent_before_everything_else_is_right(supporter, census, wrong):
    supporter.asks_to_be_called(town="Acton", address=ADDRESS, **wrong)
    assert census.asked == []


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (lambda census: census.finds("25083", "25D24"), "That address lies elsewhere, in none of these districts."),
        (lambda census: census.finds("33523", "33014"), "That address is not in Massachusetts."),
        (lambda census: census.answers(), "The Census Bureau does not know that address."),
        (
            lambda census: census.answers(match("25072", "25D14"), match("25095", "25D14")),
            "Several places fit that address.",
        ),
        (lambda census: census.answers(match("25072", "25D14", **{LOWER: FAILED})), "cannot tell the district"),
        (lambda census: census.says("<html>maintenance</html>"), "We cannot look addresses up just now."),
        (lambda census: census.says("", 500), "We cannot look addresses up just now."),
        (lambda census: census.resets(), "We cannot look addresses up just now."),
    ],
)
def test_whatever_goes_wrong_leads_back_to_the_choice(supporter, census, called, told, said):
    told(census)
    page = supporter.asks_to_be_called(town="Acton", address=ADDRESS, zip="01720", name="Zoë")
    assert (page.status_code, said in sentence(page), called()) == (200, True, [])
    for value in ("25072", "25095", "(•••) •••-••23", "Zoë", "01720"):
        assert f'value="{value}"' in page.text
    assert ADDRESS not in page.text
    assert re.search(r'<input id="address"[^>]* data-again', page.text)


def test_an_address_elsewhere_than_the_zip_code_is_asked_again(supporter, census, called):
    census.finds("25156", "25D26")
    page = supporter.asks_to_be_called(town="Worcester", zip="01602", address=ADDRESS)
    assert "lies elsewhere" in sentence(page)
    assert called() == []


def test_with_the_bureau_down_the_choice_still_leads_to_the_call(supporter, census, called):
    census.resets()
    supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    supporter.asks_to_be_called(town="Acton", district="25072")
    assert called() == [("Acton", "25072", "chosen")]


def test_an_address_in_a_vacant_seat_offers_the_senator_of_that_address(supporter, census, called):
    census.finds("25075", "25D11")
    page = supporter.asks_to_be_called(town="Lowell", address=ADDRESS)
    assert "represents part of Lowell" in page.text
    assert "Your senator is <strong>Vanna Howard</strong>" in page.text
    assert called() == []


def test_no_transaction_is_open_while_the_bureau_is_asked(supporter, census, settings, session):
    session.rollback()
    open_ones = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in %'"
    seen = []
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        census.meanwhile(lambda: seen.append(connection.execute(open_ones).fetchone()))
        supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    assert seen == [(0,)]


def test_the_address_is_on_no_page_once_it_has_decided(supporter, client):
    answer = supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    assert "Zyzzyva" not in answer.location + client.get(answer.location).text
    refused = supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    assert (refused.status_code, "Zyzzyva" in refused.text) == (409, False)


def test_the_address_is_stored_nowhere(supporter, settings, called):
    supporter.asks_to_be_called(town="Acton", address=ADDRESS)
    assert len(called()) == 1
    with psycopg.connect(settings.database_url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        everything = [connection.execute(SQL("SELECT t::text FROM {} t").format(Identifier(*one))) for one in tables]
        rows = " ".join(row for table in everything for (row,) in table)
    assert "25072" in rows
    assert not re.findall("zyzzyva|4711 ", rows.lower())


@pytest.mark.parametrize("fault", [None, "resets"])
def test_the_address_is_in_no_log_line(supporter, census, fault):
    if fault:
        getattr(census, fault)()
    with log_lines("DEBUG") as written:
        logging.getLogger("urllib3").setLevel(logging.DEBUG)
        supporter.asks_to_be_called(town="Acton", address=ADDRESS)
        logging.getLogger("urllib3").setLevel(logging.WARNING)
    assert len(census.asked) == 1
    assert not re.findall("zyzzyva|4711", written().lower())


def test_an_address_that_is_not_known_loses_no_zip_code(supporter):
    page = supporter.asks_to_be_called(town="Boston", zip="02130", address=ADDRESS).text
    assert page.count('name="district"') == 4
    assert '<input id="zip"' not in page
    assert page.count('<input type="hidden" name="zip" value="02130">') > 1
