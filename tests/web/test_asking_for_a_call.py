"""A supporter fills the form on the campaign's page."""

import re

import pytest
from sqlalchemy import func, select

from models import Call, CallStatus, Consent, VisitorAsked
from tests.world.people.supporter import Supporter

NOT_RUNG = "We do not ring this number. Enter your own mobile or home number"

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def supporter(client):
    return Supporter(client)


def calls(session):
    return session.scalars(select(Call)).all()


def test_a_town_in_one_district_leads_straight_to_the_call(supporter, session):
    answer = supporter.asks_to_be_called()
    assert answer.status_code == 303
    assert "/call/" in answer.location
    assert [(call.town, call.offices[0].how_found, call.status) for call in calls(session)] == [
        ("Holyoke", "town", CallStatus.REQUESTED)
    ]


def test_a_browser_that_does_not_go_on_by_itself_is_shown_where(supporter):
    answer = supporter.asks_to_be_called()
    assert f'href="{answer.location}"' in answer.text
    assert answer.content_length == len(answer.data)


def test_the_call_knows_the_version_of_the_words_to_which_1_will_agree(supporter, session):
    supporter.asks_to_be_called()
    assert calls(session)[0].agreed_in == "2026-11-25/en"
    assert session.scalar(select(func.count()).select_from(Consent)) == 0


def test_the_address_of_the_call_holds_no_number_no_town_and_no_name(supporter):
    location = supporter.asks_to_be_called(name="Ana").location
    assert not any(word in location for word in ("617", "0123", "Holyoke", "Ana"))


def test_the_job_that_rings_is_written_with_the_call(supporter, session):
    supporter.asks_to_be_called()
    jobs = session.connection().exec_driver_sql("SELECT task_name, args FROM procrastinate_jobs").all()
    assert jobs == [("ring", {"call_id": calls(session)[0].id})]


def test_the_same_form_twice_is_one_call(supporter, session):
    form = supporter.form()
    first, second = supporter.sends(form), supporter.sends(form)
    assert first.status_code == second.status_code == 303
    assert len(calls(session)) == 1


def test_a_second_call_to_a_number_waits_until_the_first_is_over(supporter, session):
    supporter.asks_to_be_called()
    answer = supporter.asks_to_be_called()
    assert answer.status_code == 409
    assert "We are ringing this number already" in answer.text
    assert len(calls(session)) == 1


def test_a_split_town_asks_who_represents_them(supporter, session):
    page = supporter.asks_to_be_called(town="Acton")
    assert "Who represents you in Acton?" in page.text
    assert "Precincts 1, 2, 6, 7" in page.text
    assert not calls(session)


def test_the_choice_in_a_split_town_is_called(supporter, session):
    question = supporter.asks_to_be_called(town="Acton")
    choice = re.findall(r'name="district" value="(\d+)"', question.text)[1]
    supporter.asks_to_be_called(town="Acton", district=choice)
    (call,) = calls(session)
    assert (call.offices[0].district_geoid, call.offices[0].how_found) == (choice, "chosen")


def test_a_district_of_another_town_cannot_be_chosen(supporter, session):
    page = supporter.asks_to_be_called(town="Acton", district="25001")
    assert "Who represents you in Acton?" in page.text
    assert not calls(session)


def test_a_misspelling_is_asked_and_never_dialled(supporter, session):
    page = supporter.asks_to_be_called(town="Worchester")
    assert "Which town do you mean?" in page.text
    assert "Worcester" in page.text
    assert "Dorchester" in page.text
    assert not calls(session)


def test_a_vacant_seat_is_said_to_be_vacant(supporter, session):
    page = supporter.asks_to_be_called(town="Leverett")
    assert "Your seat is empty just now" in page.text
    assert not calls(session)


def test_a_town_elsewhere_has_its_own_answer(supporter, session):
    page = supporter.asks_to_be_called(town="Nashua")
    assert "That is not in Massachusetts" in page.text
    assert not calls(session)


def test_an_unknown_town_is_an_error_next_to_the_field(supporter):
    page = supporter.asks_to_be_called(town="Xyzzyville")
    assert page.status_code == 422
    assert 'id="town-error"' in page.text
    assert 'value="Xyzzyville"' in page.text


@pytest.mark.parametrize(
    ("phone", "sentence"),
    [
        ("", "Enter your phone number"),
        ("911", NOT_RUNG),
        ("call me", "in digits"),
        ("+44 20 7946 0958", NOT_RUNG),
        ("876 555 0123", NOT_RUNG),
        ("900 555 1234", NOT_RUNG),
        ("800 555 1212", NOT_RUNG),
        ("617 976 1234", NOT_RUNG),
        ("617 722 2000 x12", "cannot ring an extension"),
        ("٦١٧٧٢٢٢٠٠٠", "in digits"),
        ("123 456 7890", "There is no such phone number"),
        ("9" * 100_000, "too long"),
    ],
)
def test_a_number_that_cannot_be_rung_is_explained_next_to_the_field(supporter, session, phone, sentence):
    page = supporter.asks_to_be_called(phone=phone)
    assert page.status_code == 422
    assert sentence in page.text.split('id="phone-error">')[1].split("</span>")[0]
    assert not calls(session)


def test_what_was_typed_is_kept_when_something_is_wrong(supporter):
    page = supporter.asks_to_be_called(phone="12", town="Holyoke", name="Zoë")
    for value in ("12", "Holyoke", "Zoë"):
        assert f'value="{value}"' in page.text


def test_without_consent_nobody_is_called(supporter, session):
    page = supporter.asks_to_be_called(consent="")
    assert "Tick the box" in page.text
    assert not calls(session)


@pytest.mark.parametrize("token", ["", "altered", "a" * 5000])
def test_an_altered_token_costs_one_more_press_of_the_button(supporter, session, token):
    page = supporter.asks_to_be_called(token=token)
    assert "press the button once more" in page.text
    assert 'value="(•••) •••-••23"' in page.text
    assert not calls(session)


def test_a_token_of_another_campaign_is_refused(supporter, app):
    other = app.extensions["ringdown"].tokens.sign_for_a_while("form", [999, "nonce"])
    assert "press the button once more" in supporter.asks_to_be_called(token=other).text


def test_nothing_is_half_written_when_a_call_is_refused(supporter, session):
    supporter.asks_to_be_called()
    supporter.asks_to_be_called()
    assert len(calls(session)) == 1
    jobs = session.connection().exec_driver_sql("SELECT count(*) FROM procrastinate_jobs").scalar_one()
    assert jobs == 1
    assert len(session.scalars(select(VisitorAsked)).one().forms) == 1


@pytest.mark.parametrize("field", ["phone", "town", "name", "district", "token"])
@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "'; DROP TABLE call; --", "\x00\u202e\ufeff", "{{7*7}}"])
def test_hostile_text_in_any_field_is_only_text(supporter, session, field, text):
    page = supporter.asks_to_be_called(**{field: text})
    assert page.status_code in {200, 303, 422}
    assert "<script>alert" not in page.text
    assert ">49<" not in page.text


def test_a_form_that_rang_one_number_does_not_pass_for_another(supporter, session):
    form = supporter.form()
    supporter.sends(form)
    page = supporter.sends(form | {"phone": "(617) 555-0124"})
    assert "This form rang another number already" in page.text
    assert len(calls(session)) == 1
