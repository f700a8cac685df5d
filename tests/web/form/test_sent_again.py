"""A form counts once: sent again it leads to the call that it began whoever had its page, and tells others nothing."""

import pytest
from sqlalchemy import func, select

from models import Call
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def somebody_else(app):
    return Supporter(app.test_client())


def calls(session):
    return session.scalar(select(func.count()).select_from(Call))


def test_whoever_got_no_answer_sends_it_again_and_gets_the_call(supporter, somebody_else, session):
    form = supporter.form()
    first, again = supporter.sends(form), somebody_else.sends(form)  # it is a browser that kept no cookie
    assert (again.status_code, again.location) == (303, first.location)
    assert calls(session) == 1


def test_without_the_secret_of_its_page_it_is_a_fresh_form_with_all_that_was_typed(supporter, somebody_else, session):
    form = supporter.form(name="Zoë")
    supporter.sends(form)
    del form["secret"]
    answer = somebody_else.sends(form)
    assert (answer.status_code, "This form was sent already." in answer.text) == (409, True)
    for value in ("(•••) •••-••23", "Holyoke", "Zoë"):
        assert f'value="{value}"' in answer.text
    assert form["token"] not in answer.text
    assert calls(session) == 1


@pytest.mark.parametrize("phone", ["(617) 555-0123", "(617) 555-0124"])
@pytest.mark.parametrize("secret", ["", "x", "ü" * 300])
def test_nor_can_anybody_tell_by_it_which_number_was_typed(supporter, somebody_else, phone, secret):
    form = supporter.form()
    supporter.sends(form)
    answer = somebody_else.sends(form | {"phone": phone, "secret": secret})
    assert (answer.status_code, "This form was sent already." in answer.text) == (409, True)


def test_the_browser_that_has_the_call_needs_no_secret(supporter, session):
    form = supporter.form()
    del form["secret"]
    first, again = supporter.sends(form), supporter.sends(form)
    assert first.location == again.location
    assert calls(session) == 1


def test_the_secret_of_one_form_is_none_of_another(supporter, somebody_else):
    form = supporter.form()
    supporter.sends(form)
    assert somebody_else.sends(form | {"secret": somebody_else.form()["secret"]}).status_code == 409


def test_it_comes_along_when_one_more_question_is_asked(supporter):
    form = supporter.form(town="Acton")
    assert f'name="secret" value="{form["secret"]}"' in supporter.sends(form).text
