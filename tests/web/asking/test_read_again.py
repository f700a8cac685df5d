"""Nothing typed is lost: what a form led to has an address, and what was typed lies in a row for half an hour."""

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app.calls.begin.typed import PURPOSE, forget_typed
from app.campaigns.demo import demo_content
from app.campaigns.editions.begin import live_campaign
from app.clock import utc_now
from app.extensions import given
from app.guard.keys.folder import KeyOf
from models import Call, CalledOffice, TypedForm
from tests.world.campaign.campaigns import WHO
from tests.world.people.supporter import PHONE, Supporter

pytestmark = pytest.mark.usefixtures("campaign")
# Made anew for every showing.
CHANCE = re.compile(r'name="(token|secret|sure|settled|left)" value="[^"]+"|data-challenge="[^"]+"')
MASKED = "(•••) •••-••23"


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def leads_to(client, supporter):
    """Where a form leads."""
    return lambda **typed: client.post("/c/safe-communities/call", data=supporter.form(**typed))


@pytest.fixture
def kept(app, session):
    """All that is kept of what was typed."""

    def kept():
        with app.app_context():
            rows = session.scalars(select(TypedForm)).all()
            days = given().vault.days
            return [json.loads(days.open(row.form_sealed, KeyOf.PAGES, purpose=PURPOSE)) for row in rows]

    return kept


@pytest.mark.parametrize(
    "typed",
    [{"town": "Acton"}, {"town": ""}, {"phone": "1"}, {"consent": ""}, {"town": "Providence, RI"}, {"town": "Actn"}],
)
def test_whatever_a_form_leads_to_can_be_read_again(client, leads_to, typed):
    answer = leads_to(**typed)
    assert (answer.status_code, "/asked/" in answer.location) == (303, True)
    pages = [client.get(answer.location).text for _ in range(2)]
    assert [page.count("<h1") for page in pages] == [1, 1]


def test_the_address_says_nothing_of_what_was_typed(leads_to):
    path = leads_to(town="Acton").location.partition("#")[0]
    assert not {"Acton", "617", "0123"} & set(path.replace("=", "/").split("/"))


def test_no_page_shows_more_of_the_number_than_its_last_digits(supporter):
    page = supporter.asks_to_be_called(town="Acton").text
    assert MASKED in page
    assert not [digits for digits in (PHONE, "6175550123", "555-0123") if digits in page]


WHERE = (
    {"street": "Main St", "number": "4711"},
    {"street": "4711 Main St", "area": "Downtown"},
    {"street": "Mian Street", "number": "4711"},
    {"town": "4711 Main St, Worcester"},
    {"town": "4711 Main St Worcester", "phone": "12"},
    {"town": "Main St, Worcester"},
    {"town": "Worcester, 4711 Main St"},
    {"town": "4711 Main Street, Wooster"},
    {"town": "4711 Xyz Road"},
    {"town": "Xyz Road"},
    {"zip": "4711 Main St"},
    {"address": "4711 Xyz Road"},
    {"street": "4711 Main St", "consent": ""},
    {"street": "4711 Main St", "own": "1"},
    {"street": "4711 Main St", "dial": "1"},
    {"town": "4711 Main St, Worcester", "website": "x"},
)


@pytest.mark.parametrize("typed", WHERE)
def test_neither_street_nor_number_nor_name_is_ever_kept(leads_to, kept, typed):
    answer = leads_to(**{"town": "Worcester", "name": "Zoë"} | typed)
    assert answer.status_code == 303
    told = f"{kept()}{answer.location}"
    assert [secret for secret in ("Main", "Mian", "4711", "Xyz", "Zoë") if secret in told] == []


@pytest.mark.parametrize("typed", WHERE)
def test_where_a_street_was_typed_the_page_can_be_read_again_in_any_language(client, leads_to, typed):
    there = leads_to(**{"town": "Worcester", "phone": PHONE} | typed).location.partition("#")[0]
    first, again = (CHANCE.sub("", client.get(there).text) for _ in range(2))
    assert first == again
    assert 'lang="pt-BR"' in client.get(f"{there}?language=pt").text


def test_what_a_street_left_open_is_still_known_when_it_is_answered(client, supporter, session):
    page = supporter.asks_to_be_called(town="Acton", street="330 Main St")
    supporter.answers(client.get(page.request.path), district="25095")
    assert session.scalars(select(Call.town)).one() == "Acton"


def test_a_street_with_the_town_need_not_be_typed_again_where_something_else_is_wrong(client, supporter, session):
    page = supporter.asks_to_be_called(town="12 Adams St, Acton", consent="")
    assert 'value="Acton"' in page.text
    supporter.answers(page, town="Acton", phone=PHONE, consent="en")
    assert [one.district_geoid for one in session.scalars(select(CalledOffice))][:1] == ["25095"]


def test_another_town_typed_then_is_not_taken_for_that_street(supporter, session):
    page = supporter.asks_to_be_called(town="12 Adams St, Acton", consent="")
    again = supporter.answers(page, town="Worcester", phone=PHONE, consent="en")
    assert "Which street do you live on?" in again.text
    assert not session.scalars(select(Call)).all()


def test_another_street_typed_then_counts(supporter, session):
    page = supporter.asks_to_be_called(town="12 Adams St, Acton", consent="")
    supporter.answers(page, town="900 Main St, Acton", phone=PHONE, consent="en")
    assert [one.district_geoid for one in session.scalars(select(CalledOffice))][:1] == ["25072"]


def test_beyond_what_one_visitor_may_keep_the_answer_is_the_page_and_carries_all(another_app, session):
    app = another_app(visitor_pages=2)
    supporter = Supporter(app.test_client())
    pages = [app.test_client().post("/c/safe-communities/call", data=supporter.form(town="Acton")) for _ in range(3)]
    assert [page.status_code for page in pages] == [303, 303, 200]
    assert session.scalar(select(func.count()).select_from(TypedForm)) == 2
    supporter.answers(pages[-1], district="25095")
    assert session.scalars(select(Call.town)).one() == "Acton"


def test_a_page_of_one_campaign_is_none_of_another(client, leads_to, session):
    key = leads_to(town="Acton").location.partition("#")[0].rpartition("/")[2]
    session.add(live_campaign("paid-leave", "+16175550101", demo_content(), by="ana", now=WHO["now"]))
    session.commit()
    assert client.get(f"/c/paid-leave/asked/{key}").location == "/c/paid-leave"


def test_what_is_answered_there_rings_the_number_that_was_typed(client, supporter, session):
    page = supporter.asks_to_be_called(town="Acton")
    key = page.request.path.rpartition("/")[2]
    form = supporter.form(town="Acton", district="25095", phone=MASKED, asked=key)
    assert "/call/" in client.post("/c/safe-communities/call", data=form).location
    assert session.scalars(select(Call.phone_hash)).one() == the_hash(client, PHONE)


def the_hash(client, phone):
    with client.application.app_context():
        return given().vault.fingerprint("+1" + "".join(filter(str.isdigit, phone)), purpose="call.phone")


def test_to_start_again_keeps_number_town_and_tick(client, leads_to):
    page = client.get(leads_to(town="Acton").location.partition("#")[0] + "/form").text
    assert (f'value="{MASKED}"' in page, 'value="Acton"' in page) == (True, True)
    assert 'name="consent" value="en" checked' in page


def test_the_name_comes_from_its_cookie(client, leads_to):
    assert 'value="Zoë"' in client.get(leads_to(town="Acton", name="Zoë").location).text


def test_in_another_language_the_question_is_the_same(client, leads_to):
    page = leads_to(town="Acton").location.partition("#")[0]
    assert 'lang="es"' in client.get(f"{page}?language=es").text


def test_after_half_an_hour_nothing_is_left(client, leads_to, session):
    page = leads_to(town="Acton").location
    session.execute(update(TypedForm).values(kept_until=TypedForm.kept_until - timedelta(minutes=31)))
    session.commit()
    assert client.get(page).location == "/c/safe-communities"
    forget_typed(session, utc_now())
    assert not session.scalars(select(TypedForm)).all()


def test_a_number_that_is_gone_is_asked_for_again(supporter):
    page = supporter.asks_to_be_called(phone=MASKED, asked="gone").text
    assert "Enter your phone number, so that we can ring you." in page


def test_another_number_typed_over_the_digits_counts(supporter, client, session):
    key = supporter.asks_to_be_called(town="Acton").request.path.rpartition("/")[2]
    supporter.asks_to_be_called(asked=key, phone="617 555 0177")
    assert session.scalars(select(Call.phone_hash)).one() == the_hash(client, "6175550177")


@pytest.mark.parametrize("chosen", ["dial", "own"])
def test_whoever_would_rather_dial_is_not_offered_a_call(supporter, chosen):
    page = supporter.asks_to_be_called(town="Acton", **{chosen: "1"}).text
    assert ("Call me now" in page, "Look it up and call me" in page) == (False, False)


@pytest.mark.parametrize("chosen", ["dial", "own"])
def test_what_was_chosen_stays_first_where_something_is_missing(supporter, chosen):
    page = supporter.asks_to_be_called(town="", **{chosen: "1"}).text
    assert page.index(f'name="{chosen}" value="1"') < page.index("Call me now")


def test_an_offices_number_is_refused_before_a_question(supporter):
    page = supporter.asks_to_be_called(town="Acton", phone="617 722 2460")
    assert "We do not ring this number." in page.text
    assert "Which street" not in page.text


@pytest.mark.parametrize(
    "typed", [{"town": "Acton"}, {"town": "Acton", "map": "1"}, {"town": "Boston", "zip": "02130"}]
)
def test_where_no_choice_was_made_our_own_words_say_so(supporter, typed):
    page = supporter.asks_to_be_called(**typed)
    again = supporter.answers(page, chooses="district", **{name: it for name, it in typed.items() if name == "map"})
    assert "Choose one of these, then send again." in again.text
    assert "<details open>" in again.text or "map" in typed


def test_nor_where_no_part_of_town_was_chosen(supporter):
    page = supporter.asks_to_be_called(town="Boston", street="4000 Washington St")
    again = supporter.answers(page)
    assert "Choose one of these, then send again." in again.text
    assert 'name="area" value="Roslindale"' in again.text


def test_every_page_has_a_description_and_a_picture_of_its_campaign(client, supporter):
    pages = [supporter.asks_to_be_called(town="Acton"), client.get("/nowhere")]
    pages += [client.get(supporter.asks_to_be_called(**how).location) for how in ({}, {"own": "1"}, {"dial": "1"})]
    for page in pages:
        assert page.text.count('<meta name="description" content="') == 1
    assert ['property="og:image"' in page.text for page in pages] == [True, False, True, True, True]
