"""A forgotten password: a link by mail to whoever has the address, once and for two hours."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from app.outgoing.letters import SEND
from app.team.create import create_organizer
from app.team.passwords import TOO_SHORT
from app.team.reset_links import GOOD_FOR
from models import AuditAct, AuditEvent, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, NOON, PASSWORD, Organizer

LINK = re.compile(r"http://127\.0\.0\.1:8080(/reset/[\w.-]+)")
NEW = "tractor lemon window nine"
WAITING = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = :task")


def asks(organizer, email=EMAIL):
    token = CSRF.search(organizer.reads("/forgotten"))[1]
    return organizer.sends("/forgotten", csrf_token=token, email=email)


def chooses(organizer, path, new_password=NEW):
    token = CSRF.search(organizer.reads("/sign-in"))[1]
    return organizer.sends(path, csrf_token=token, new_password=new_password)


@pytest.fixture
def path(at, organizer, post_office):
    """Where the link in the mail leads."""
    asks(organizer)
    return post_office.path()


def test_the_link_leads_to_a_new_password(organizer, path):
    assert chooses(organizer, path).location == "/sign-in?done=password"
    assert "Your password is changed. Sign in with it." in organizer.reads("/sign-in", done="password")
    assert organizer.signs_in(password=PASSWORD).status_code == 401
    assert organizer.signs_in(password=NEW).status_code == 302


def test_the_link_works_in_any_browser(app, organizer, path):
    assert chooses(Organizer(app.test_client()), path).status_code == 303


def test_to_open_it_or_to_send_nothing_uses_nothing_up(organizer, path):
    for _ in range(3):
        assert organizer.opens(path).status_code == 200
        assert chooses(organizer, path, "").status_code == 422
        assert organizer.sends(path).status_code == 400
    assert chooses(organizer, path).status_code == 303


def test_what_is_wrong_with_the_password_is_said(organizer, path):
    answer = chooses(organizer, path, "short")
    assert TOO_SHORT in answer.text
    assert 'value="short"' in answer.text


def test_it_works_once(organizer, path):
    chooses(organizer, path)
    for answer in (organizer.opens(path), chooses(organizer, path, "another fine long password")):
        assert (answer.status_code, "This link is over" in answer.text) == (410, True)
    assert organizer.signs_in(password=NEW).status_code == 302


def test_it_works_for_two_hours(at, organizer, path):
    at(NOON + GOOD_FOR - timedelta(seconds=1))
    assert organizer.opens(path).status_code == 200
    at(NOON + GOOD_FOR)
    assert organizer.opens(path).status_code == 410
    at(NOON)
    token = CSRF.search(organizer.reads(path))[1]
    at(NOON + GOOD_FOR)
    assert organizer.sends(path, csrf_token=token, new_password=NEW).status_code == 410


@pytest.mark.parametrize("column", ["email", "password"])
def test_a_link_of_before_is_over(session, organizer, path, column):
    session.query(Account).update({column: "another@example.org"})
    session.commit()
    assert organizer.opens(path).status_code == 410


def test_whoever_is_inactive_takes_no_password(session, organizer, path):
    session.query(Account).update({"active": False})
    create_organizer(session, "another@example.org", PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    assert organizer.opens(path).status_code == 410


@pytest.mark.parametrize("made_up", ["x", "WzEsImEiLDFd.abc", "%00", "é"])
def test_a_link_that_somebody_made_up_is_none(organizer, made_up):
    assert organizer.opens(f"/reset/{made_up}").status_code == 410


def test_it_ends_every_session(signed_in, path, app):
    chooses(Organizer(app.test_client()), path)
    assert signed_in.opens("/organizers/calls").status_code == 302


def test_whoever_is_signed_in_as_another_is_told_and_stays_so(app, somebody_else, path):
    page = somebody_else.reads(path)
    assert "you are signed in as bob@example.org, and stay so" in page
    answer = somebody_else.sends(path, csrf_token=CSRF.search(page)[1], new_password=NEW)
    assert "The password that the link was for is changed." in somebody_else.reads(answer.location)
    assert Organizer(app.test_client()).signs_in(password=NEW).status_code == 302


def test_an_address_in_capitals_is_the_same(at, organizer, post_office):
    asks(organizer, EMAIL.upper())
    post_office.delivers()
    assert post_office.server.to == [EMAIL]


def test_whoever_asks_learns_nothing(at, organizer, session, post_office, count_statements):
    def costs(email):
        count_statements.reset()
        page = asks(organizer, email).text.replace(email, "")
        return CSRF.sub("", page), count_statements.statements

    assert costs(EMAIL) == costs("nobody@example.org")
    assert session.scalar(WAITING, {"task": SEND}) == 2
    session.commit()
    post_office.delivers()
    assert post_office.server.to == [EMAIL]


def test_the_job_knows_no_secret(at, organizer, session, post_office):
    asks(organizer)
    arguments = session.scalar(text("SELECT args FROM procrastinate_jobs WHERE task_name = 'send_letter'"))
    assert arguments == {"kind": "forgotten", "about": 0, "more": EMAIL, "tries": 0}


def test_nobody_fills_a_mailbox(at, organizer, session, post_office):
    pages = [asks(organizer).text for _ in range(5)]
    assert all("is on its way" in page for page in pages)
    assert session.scalar(WAITING, {"task": SEND}) == 3


def test_nobody_fills_many_mailboxes_from_one_address(at, organizer, session, post_office):
    pages = [asks(organizer, f"supporter{one}@example.org").text for one in range(25)]
    assert all("is on its way" in page for page in pages)
    assert session.scalar(WAITING, {"task": SEND}) == 20


@pytest.mark.parametrize("email", ["", "ana", "ana@", "a@b@c", "ana@example.org\r\nBcc: x@example.org"])
def test_what_is_no_address_is_said_to_be_none(at, organizer, post_office, email):
    answer = asks(organizer, email)
    assert "Write your e-mail address whole" in answer.text


def test_without_mail_the_page_says_whom_to_ask(organizer, session):
    assert "Ask an admin of your team" in organizer.reads("/forgotten")
    token = CSRF.search(organizer.reads("/sign-in"))[1]
    assert "Ask an admin" in organizer.sends("/forgotten", csrf_token=token, email=EMAIL).text
    assert session.scalar(WAITING, {"task": SEND}) == 0


def test_a_form_without_its_token_asks_for_nothing(at, organizer, session, post_office):
    assert organizer.sends("/forgotten", email=EMAIL).status_code == 400
    assert session.scalar(WAITING, {"task": SEND}) == 0


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8080.evil.example"])
def test_no_host_that_a_request_claims_stands_in_the_link(app, organizer, at, post_office, host):
    token = CSRF.search(organizer.reads("/forgotten"))[1]
    organizer.client.post(
        "/forgotten",
        data={"csrf_token": token, "email": EMAIL},
        headers={"Host": host, "X-Forwarded-Host": host},
    )
    post_office.delivers()
    assert "evil" not in "".join(mail.as_string() for mail in post_office.server.mails)


def link_for(signed_in, session, email):
    whose = session.scalars(select(Account.id).where(Account.email == email)).one()
    token = CSRF.search(signed_in.reads("/organizers/account"))[1]
    return signed_in.sends(f"/organizers/team/{whose}/reset-link", csrf_token=token)


def test_an_admin_makes_a_link_for_somebody_else(app, session, somebody_else, signed_in):
    page = link_for(signed_in, session, "bob@example.org").text
    path = LINK.search(page)[1]
    assert chooses(Organizer(app.test_client()), path).status_code == 303
    assert somebody_else.opens("/organizers/calls").status_code == 302
    acts = session.execute(select(AuditEvent.who, AuditEvent.act, AuditEvent.subject, AuditEvent.after)).all()
    assert (EMAIL, AuditAct.PASSWORD_LINK_MADE, "bob@example.org", None) in acts
    assert ("bob@example.org", AuditAct.PASSWORD_CHANGED, "", {"how": "by a link"}) in acts


def test_for_oneself_there_is_the_form(session, signed_in):
    assert link_for(signed_in, session, EMAIL).location == "/organizers/account/password"


def test_for_nobody_there_is_no_link(signed_in):
    token = CSRF.search(signed_in.reads("/organizers/account"))[1]
    assert signed_in.sends(f"/organizers/team/{2**80}/reset-link", csrf_token=token).status_code == 404
