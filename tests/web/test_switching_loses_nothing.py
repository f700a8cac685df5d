"""Whoever changes the language in the middle of something keeps what they typed, and sets nothing off."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app import create_app
from app.store.db import close_db
from models import Call, DialIn, OfficeHolder
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import PHONE, Supporter

pytestmark = pytest.mark.usefixtures("campaign")

PAGE = "/c/safe-communities"
MASKED = "(•••) •••-••23"  # as a page shows a number that lies in a row
SATURDAY = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def switches(client, supporter):
    """Press "Español" under a form that holds all this."""
    return lambda **typed: client.post(f"{PAGE}/call?language=es", data=supporter.form(**typed), follow_redirects=True)


@pytest.fixture
def nothing_was_done(session):
    return lambda: not session.scalars(select(Call)).all() and not session.scalars(select(DialIn)).all()


@pytest.fixture
def at_night(settings):
    """The app on a Saturday, when no office is open."""
    app = create_app(settings.model_copy(update={"always_open": False}), clock=lambda: SATURDAY)
    yield app
    close_db(app)


def keeps(page, *values):
    return [value for value in values if f'value="{value}"' not in page.text] == []


def test_before_anything_is_sent_the_page_comes_again_without_errors(client, nothing_was_done):
    page = client.post(
        f"{PAGE}?language=es",
        data={"phone": "617", "town": "Holyoke", "name": "Zoë", "consent": "en"},
        follow_redirects=True,
    )
    assert keeps(page, "617", "Holyoke", "Zoë")
    assert 'value="es" checked' in page.text
    assert 'role="alert"' not in page.text
    assert nothing_was_done()


def test_errors_are_told_again_in_the_other_language(switches):
    page = switches(phone="12", name="Zoë")
    assert "Ese número de teléfono no existe." in page.text
    assert keeps(page, "12", "Holyoke", "Zoë")


def test_a_form_that_is_right_calls_nobody(switches, nothing_was_done):
    page = switches(name="Zoë")
    assert page.status_code == 200
    assert keeps(page, MASKED, "Holyoke", "Zoë")
    assert nothing_was_done()


def test_nor_does_it_make_a_code(switches, nothing_was_done):
    switches(dial="1")
    assert nothing_was_done()


def test_a_question_is_asked_again_and_not_answered(switches, nothing_was_done):
    page = switches(town="Acton", district="25072", name="Zoë")
    assert "¿Quién le representa en Acton?" in page.text
    assert keeps(page, MASKED, "Acton", "Zoë")
    assert 'value="25072" checked' in page.text
    assert nothing_was_done()


@pytest.mark.parametrize("zip_code", ["02128", "1234"])
def test_a_zip_code_that_was_typed_stays(switches, nothing_was_done, zip_code):
    page = switches(town="Boston", zip=zip_code)
    assert "¿En qué calle vive?" in page.text
    assert keeps(page, zip_code, MASKED)
    assert nothing_was_done()


def test_what_is_wrong_with_a_zip_code_is_told_again(switches):
    assert "El código postal tiene cinco dígitos" in switches(town="Boston", zip="1234").text


def test_fewer_to_choose_from_stay_fewer(switches):
    page = switches(town="Worcester", zip="01602")
    assert re.findall(r'name="district" value="(\w+)"', page.text) == ["25154", "25158"]


def test_a_street_that_was_typed_stays_and_is_looked_up_nowhere(another_app, campaign):
    app = another_app(geocoder=True, geocoder_base_url="http://127.0.0.1:9")
    supporter = Supporter(app.test_client())
    form = supporter.form(town="Acton", address="4711 Zyzzyva Lane", zip="")
    page = supporter.client.post(f"{PAGE}/call?language=es", data=form, follow_redirects=True)
    assert "4711 Zyzzyva" not in page.text  # it lies nowhere: the tab fills it in again
    assert re.search(r'<input id="address"[^>]* data-again', page.text)
    assert 'role="alert"' not in page.text


def test_a_misspelling_is_asked_about_again(client, switches):
    page = switches(town="Worchester")
    assert "¿Qué ciudad o pueblo quiso decir?" in page.text
    assert keeps(client.get(f"{page.request.path}/form"), "Worchester", MASKED)


@pytest.mark.parametrize(("town", "told"), [("Leverett", "vacante por ahora"), ("Nashua", "New Hampshire")])
def test_an_answer_is_given_again(client, switches, town, told):
    page = switches(town=town)
    assert told in page.text
    assert keeps(client.get(f"{page.request.path}/form"), town, MASKED)


def test_an_answer_to_a_question_is_not_asked_for_again(supporter, client, session, campaign):
    simon = select(OfficeHolder.id).where(OfficeHolder.name == "Simon Cataldo")
    change_campaign(session, with_us=[session.scalars(simon).one()])
    page = supporter.asks_to_be_called(town="Acton", district="25072")
    assert "supports this already" in page.text
    assert "Simon Cataldo ya está a favor" in client.get(f"{page.request.path}?language=es").text


def test_while_the_office_is_closed_it_stays_so(at_night, session):
    supporter = Supporter(at_night.test_client())
    page = supporter.client.post(f"{PAGE}/call?language=es", data=supporter.form(name="Zoë"), follow_redirects=True)
    assert "La oficina de Pat Duffy abre el lunes 30 de noviembre a las 9:00" in page.text
    assert keeps(page, MASKED, "Holyoke", "Zoë")
    assert not session.scalars(select(Call)).all()


def test_nor_is_a_call_agreed_on_by_switching(at_night, session):
    supporter = Supporter(at_night.test_client())
    supporter.client.post(f"{PAGE}/call?language=es", data=supporter.form(when="open"), follow_redirects=True)
    assert not session.scalars(select(Call)).all()


def test_with_the_database_away_what_was_typed_is_told_in_their_language(another_app):
    app = another_app(database_url="postgresql://postgres@127.0.0.1:9/none")
    page = app.test_client().post(
        f"{PAGE}/call?language=es", data={"phone": PHONE, "town": "Holyoke"}, follow_redirects=True
    )
    assert "Lo que escribió sigue aquí." in page.text
    assert keeps(page, PHONE, "Holyoke")
    assert f'formaction="{PAGE}/call?language=ht"' in page.text


def test_a_language_that_we_do_not_have_does_not_hold_a_call_up(client, supporter, session):
    client.post(f"{PAGE}/call?language=xx", data=supporter.form(), follow_redirects=True)
    assert len(session.scalars(select(Call)).all()) == 1
