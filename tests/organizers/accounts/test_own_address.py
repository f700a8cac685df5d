"""One's own e-mail address: changed by the password, and where mail is sent, by whoever reads the new one."""

from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.organizers.accounts.own.address_form import NO_ADDRESS
from app.organizers.accounts.own.address_page import SAME, TAKEN
from app.organizers.accounts.own.confirming import WRONG
from app.team.new_address import GOOD_FOR
from models import AuditAct, AuditEvent
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, NOON, PASSWORD, Organizer

PAGE = "/organizers/account/address"
NEW = "ana@example.org"


def changes(organizer, email=NEW, password=PASSWORD):
    token = CSRF.search(organizer.reads(PAGE))[1]
    return organizer.sends(PAGE, csrf_token=token, email=email, password=password)


def confirms(organizer, path):
    token = CSRF.search(organizer.opens("/forgotten").text)[1]
    return organizer.sends(path, csrf_token=token)


def test_without_mail_the_password_is_enough(signed_in):
    assert changes(signed_in, " Ana@Example.org ").location == "/organizers/account?done=address"
    signed_in.signs_out()
    assert signed_in.signs_in().status_code == 401
    assert signed_in.signs_in(NEW).status_code == 302


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [(NEW, "wrong", WRONG), ("ana", PASSWORD, NO_ADDRESS), (EMAIL.upper(), PASSWORD, SAME)],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(signed_in, email, password, sentence):
    answer = changes(signed_in, email, password)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert f'value="{email}"' in answer.text
    assert PASSWORD not in answer.text


def test_what_somebody_has_nobody_else_takes(somebody_else, signed_in):
    answer = changes(signed_in, "Bob@example.org")
    assert (answer.status_code, TAKEN in answer.text) == (409, True)
    assert EMAIL in signed_in.reads(PAGE)


def test_that_it_was_changed_is_written_down(session, signed_in):
    changes(signed_in)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.ADDRESS_CHANGED)).one()
    assert (event.who, event.before, event.after) == (EMAIL, {"address": EMAIL}, {"address": NEW})


def test_with_mail_whoever_reads_the_new_one_confirms_it(app, at, session, signed_in, post_office):
    assert "Look at your mail" in changes(signed_in).text
    assert session.scalars(select(Account.email)).all() == [EMAIL]
    path = post_office.path()
    assert post_office.server.to == [NEW]
    assert confirms(Organizer(app.test_client()), path).location == "/sign-in?done=address"
    session.rollback()
    assert session.scalars(select(Account.email)).all() == [NEW]


def test_the_old_address_is_told(app, at, signed_in, post_office):
    changes(signed_in)
    path = post_office.path()
    confirms(Organizer(app.test_client()), path)
    post_office.delivers()
    assert post_office.server.to == [NEW, EMAIL]
    assert f"You sign in at Ringdown with {NEW} from now on" in post_office.server.mails[1].get_content()


@pytest.fixture
def path(at, signed_in, post_office):
    """Where the link in the mail leads."""
    changes(signed_in)
    return post_office.path()


def test_to_open_the_link_changes_nothing(signed_in, path):
    for _ in range(3):
        assert "Is this your address?" in signed_in.reads(path)
        assert signed_in.sends(path).status_code == 400
    assert EMAIL in signed_in.reads("/organizers/account")


def test_it_works_once(signed_in, path):
    confirms(signed_in, path)
    assert confirms(signed_in, path).status_code == signed_in.opens(path).status_code == 410


def test_whoever_is_signed_in_where_it_is_opened_is_told_on_their_account(signed_in, path):
    answer = confirms(signed_in, path)
    assert "Your e-mail address is changed." in signed_in.reads(answer.location)


def test_it_works_for_a_day(at, signed_in, path):
    at(NOON + GOOD_FOR - timedelta(seconds=1))
    assert signed_in.opens(path).status_code == 200
    at(NOON + GOOD_FOR)
    assert signed_in.opens(path).status_code == 410


def test_an_address_that_somebody_took_meanwhile_is_theirs(session, signed_in, path):
    session.add(Account(email=NEW, active=True, fs_uniquifier="x", password="x"))
    session.commit()
    assert confirms(signed_in, path).status_code == 410


def test_nobody_learns_who_has_an_address(at, somebody_else, signed_in, post_office):
    assert "Look at your mail" in changes(signed_in, "bob@example.org").text
    post_office.delivers()
    assert post_office.server.to == []


def test_no_address_can_be_read_in_the_link(path):
    token = path.rpartition("/")[2]
    assert b"example.org" not in urlsafe_b64decode(token)


@pytest.mark.parametrize("made_up", ["x", "%00", "é", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA"])
def test_a_link_that_somebody_made_up_is_none(organizer, made_up):
    assert organizer.opens(f"/new-address/{made_up}").status_code == 410


def test_whoever_was_removed_meanwhile_is_told_nothing(app, at, session, signed_in, post_office):
    path = sent_path(signed_in, post_office)
    confirms(Organizer(app.test_client()), path)
    session.delete(session.scalars(select(Account)).one())
    session.commit()
    post_office.delivers()
    assert post_office.server.to == [NEW]


def sent_path(organizer, post_office):
    changes(organizer)
    return post_office.path()
