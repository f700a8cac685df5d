"""One's own password: another one in its place, for whoever knows the present one."""

import pytest
from sqlalchemy import select

from app.organizers.accounts.own.confirming import TOO_MANY, TRIES, WRONG
from app.team.passwords import TOO_SHORT, WELL_KNOWN
from models import AuditAct, AuditEvent
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer

PAGE = "/organizers/account/password"
NEW = "tractor lemon window nine"


def changes(organizer, password=PASSWORD, new_password=NEW):
    token = CSRF.search(organizer.reads(PAGE))[1]
    return organizer.sends(PAGE, csrf_token=token, password=password, new_password=new_password)


def test_the_new_one_is_the_one_to_sign_in_with(signed_in):
    assert changes(signed_in).location == "/organizers/account?done=password"
    signed_in.signs_out()
    assert signed_in.signs_in(password=PASSWORD).status_code == 401
    assert signed_in.signs_in(password=NEW).status_code == 302


def test_here_one_stays_signed_in_and_nowhere_else(app, signed_in):
    elsewhere = Organizer(app.test_client())
    elsewhere.signs_in()
    changes(signed_in)
    assert signed_in.opens("/organizers/calls").status_code == 200
    assert elsewhere.opens("/organizers/calls").status_code == 302


@pytest.mark.parametrize(
    ("password", "new_password", "sentence"),
    [("wrong", NEW, WRONG), ("", NEW, WRONG), (PASSWORD, "short", TOO_SHORT), (PASSWORD, "password" * 3, WELL_KNOWN)],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(signed_in, password, new_password, sentence):
    answer = changes(signed_in, password, new_password)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    signed_in.signs_out()
    assert signed_in.signs_in().status_code == 302


def test_what_is_wrong_is_told_all_at_once(signed_in):
    page = changes(signed_in, "wrong", "short").text
    assert WRONG in page
    assert TOO_SHORT in page


def test_ones_own_address_is_no_password(signed_in):
    assert WELL_KNOWN in changes(signed_in, new_password=EMAIL).text


def test_nobody_tries_passwords_on_an_open_laptop(signed_in):
    for _ in range(TRIES.at_most):
        changes(signed_in, "wrong")
    assert TOO_MANY in changes(signed_in).text


@pytest.mark.parametrize("new_password", ["\0" * 20 + NEW, "🙂🙃🙂🙃🐘🦒🦓🦏🐪🐫🦙🦘🐃🐂", "ﬁve ﬁne ﬁsh frying"])
def test_no_good_password_is_too_odd(signed_in, new_password):
    changes(signed_in, new_password=new_password)
    signed_in.signs_out()
    assert signed_in.signs_in(password=new_password).status_code == 302


def test_that_it_was_changed_is_written_down_and_nothing_of_it(session, signed_in):
    changes(signed_in)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.PASSWORD_CHANGED)).one()
    assert (event.who, event.before, event.after) == (EMAIL, None, None)


def test_the_account_lists_what_there_is_to_change(signed_in):
    page = signed_in.reads("/organizers/account", done="password")
    assert "Your password is changed." in page
    assert "Only here" in page
