"""An admin tries whether mail is sent, and reads in plain words why it is not."""

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.store.db import db
from app.team.create import create_organizer
from models import Alert, TeamRole
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer
from tests.world.mail.server import mail_server


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def mailing_app(another_app, server):
    url = SecretStr(f"smtp://ana:hunter2@127.0.0.1:{server.port}")
    return another_app(smtp_url=url, mail_from="calls@example.org")


@pytest.fixture
def admin(session, mailing_app):
    """Somebody who signs in where mail is set up."""
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    admin = Organizer(mailing_app.test_client())
    admin.signs_in()
    return admin


@pytest.fixture
def tries(admin):
    def tries():
        token = CSRF.search(admin.reads("/organizers/mail"))[1]
        return admin.reads(admin.sends("/organizers/mail", csrf_token=token).location)

    return tries


def standing(session):
    session.rollback()
    return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None))).all()


def test_a_mail_is_sent_to_whoever_asks(tries, server):
    server.refuses("AUTH", "235 welcome")
    assert "The mail server has taken the mail." in tries()
    assert (server.only()["To"], server.only()["Subject"]) == (EMAIL, "Ringdown: mail works")


def test_a_wrong_password_is_told_and_stands_above_every_page(tries, server, session):
    page = tries()
    assert "The mail server refused the name or the password. Check both in SMTP_URL." in page
    assert "hunter2" not in page
    assert standing(session) == [
        "A mail could not be sent. The mail server refused the name or the password. Check both in SMTP_URL."
    ]


def test_once_it_works_nothing_stands_there_any_more(tries, server, session):
    tries()
    server.refuses("AUTH", "235 welcome")
    tries()
    assert standing(session) == []


def test_no_connection_to_the_database_waits_for_the_mail_server(admin, server, mailing_app):
    held = []
    with mailing_app.app_context():
        pool = db.engine.pool
    server.meanwhile = lambda: held.append(pool.checkedout())
    server.refuses("AUTH", "235 welcome")
    token = CSRF.search(admin.reads("/organizers/mail"))[1]
    admin.sends("/organizers/mail", csrf_token=token)
    assert held == [0]


def test_where_no_mail_is_set_up_the_page_says_how(signed_in):
    page = signed_in.reads("/organizers/mail")
    assert "This server sends no mail yet" in page
    assert "SMTP_URL" in page


def test_where_no_mail_is_set_up_none_is_tried(signed_in):
    token = CSRF.search(signed_in.reads("/organizers/calls"))[1]
    assert signed_in.sends("/organizers/mail", csrf_token=token).status_code == 422
