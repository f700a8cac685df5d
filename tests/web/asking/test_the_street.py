"""Which street do you live on: it decides, or what is asked next keeps what was typed; nothing of it is kept."""

import re

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import select

from models import Call, CalledOffice
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

# Of the reserve, which keeps room on the disk, rows are counted through: one of them is any number.
WITH_WORDS = "select tablename from pg_tables where schemaname = 'public' and tablename <> 'reserve'"
HEADING = re.compile(r"<h1>([^<]+)</h1>")


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def called(session):
    """Whom the calls went to, and how that was found."""
    first = select(Call.town, CalledOffice.district_geoid, CalledOffice.how_found).join(CalledOffice)
    return lambda: [tuple(row) for row in session.execute(first.where(CalledOffice.rank == Call.office_at))]


def heading(page):
    return HEADING.search(page.text)[1]


def carries(page, **fields):
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))
    return fields.items() <= hidden.items()


def test_a_street_that_decides_is_called(supporter, called):
    supporter.asks_to_be_called(town="Acton", street="Adams St")
    assert called() == [("Acton", "25095", "street")]


def test_a_street_typed_with_the_town_decides_at_once(supporter, called):
    supporter.asks_to_be_called(town="12 Adams St, Acton")
    assert called() == [("Acton", "25095", "street")]


def test_the_number_is_asked_for_only_where_the_street_is_divided(supporter, called):
    page = supporter.asks_to_be_called(town="Acton", street="Main St")
    assert heading(page) == "What is your house number?"
    assert "That street lies in several districts, and the house number decides." in page.text
    supporter.asks_to_be_called(town="Acton", street="Main St", number="900")
    assert called() == [("Acton", "25072", "street")]


def test_near_the_line_the_supporter_chooses_among_those_left(supporter, called):
    page = supporter.asks_to_be_called(town="Acton", street="330 Main St")
    assert "At that number we cannot be sure" in page.text
    assert page.text.index('name="district"') < page.text.index('name="street"')
    assert called() == []


def test_streets_of_one_name_are_told_apart_by_the_neighborhood(supporter, called):
    page = supporter.asks_to_be_called(town="Boston", street="4000 Washington St")
    assert heading(page) == "Which street do you mean?"
    assert 'name="area" value="Roslindale"' in page.text
    supporter.answers(page, area="Roslindale")
    assert called() == [("Boston", "25136", "street")]


def test_the_neighborhood_goes_along_when_the_number_is_asked_for(supporter):
    page = supporter.asks_to_be_called(town="Boston", street="Centre St", area="Dorchester")
    assert heading(page) == "What is your house number?"
    assert carries(page, area="Dorchester")


def test_a_misspelled_street_is_a_question_and_may_be_typed_again(supporter, called):
    page = supporter.asks_to_be_called(town="Cambridge", street="Masachusetts Ave", number="1350")
    assert heading(page) == "Which street do you live on?"
    assert "We know no street of just that name in Cambridge." in page.text
    assert 'data-near="Did you mean …"' in page.text
    assert called() == []


def test_a_street_we_do_not_know_leads_to_zip_code_and_names(supporter):
    page = supporter.asks_to_be_called(town="Worcester", street="Zyzzyva Lane")
    assert "We know no street of that name in Worcester. It may be new or private" in page.text
    for way_on in ('name="zip"', 'name="district"', 'name="street"'):
        assert way_on in page.text


def test_a_zip_code_that_narrows_goes_along_with_the_street(supporter, called):
    page = supporter.asks_to_be_called(town="Boston", zip="02130")
    assert heading(page) == "Which street do you live on?"
    assert carries(page, zip="02130")
    supporter.asks_to_be_called(town="Boston", zip="02130", street="Centre St", number="300")
    assert called() == [("Boston", "25137", "street")]


def test_a_street_counts_for_nothing_where_the_zip_code_contradicts_the_town(supporter, called):
    page = supporter.asks_to_be_called(town="Acton", zip="02139", street="Adams St")
    assert "ZIP code 02139 is not known to reach Acton." in page.text
    assert called() == []


def test_the_switch_of_the_language_looks_nothing_up(client, supporter, called):
    form = supporter.form(town="Acton", street="Adams St")
    page = client.post("/c/safe-communities/call?language=es", data=form, follow_redirects=True)
    assert "¿En qué calle vive?" in page.text
    assert re.search(r'name="street"[^>]* data-again', page.text)
    assert called() == []


def test_no_street_and_no_number_is_kept(supporter, database_url):
    supporter.asks_to_be_called(town="Acton", street="12 Adams St", number="4711")
    with psycopg.connect(database_url) as connection:
        tables = connection.execute(WITH_WORDS).fetchall()
        rows = [
            str(connection.execute(SQL("select * from {}").format(Identifier(name))).fetchall()) for (name,) in tables
        ]
    assert [row for row in rows if "Adams St" in row or "4711" in row] == []


def test_the_streets_to_complete_from_are_a_list_that_is_kept(supporter, client):
    page = supporter.asks_to_be_called(town="Acton")
    address = re.search(r'data-streets="([^" ]+)"', page.text)[1]
    names = client.get(address)
    assert "Main Street\n" in names.text
    assert names.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "acton" not in address.lower()
    assert client.get("/streets/acton").status_code == 404
