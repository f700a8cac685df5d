"""A letter is written when it is sent, once what it is about is committed, and again later if the server is busy."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from app.jobs.letters import WRITERS
from app.outgoing.letters import LetterKind, Posted, Posting, post, send_posted
from app.outgoing.mail import Letter
from app.store.unit import unit
from models import Alert, AlertKind

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
LETTER = Letter("ana@example.org", "Hello", "text\n")
WAITING = text(
    "SELECT args->>'kind', (args->>'tries')::int, extract(epoch FROM scheduled_at - now())::int AS wait "
    "FROM procrastinate_jobs WHERE task_name = 'send_letter' AND status = 'todo'"
)


@pytest.fixture
def sends(session, mailer):
    """Sends a letter, for which it was tried so often before."""

    def send(letter=LETTER, tries=0, by=mailer):
        with unit(session) as work:
            send_posted(work, Posted(LetterKind.ALERT, 7, tries=tries), lambda _session: letter, Posting(by, NOON))

    return send


def alerts(session):
    return session.scalars(select(Alert).where(Alert.over_at.is_(None))).all()


def test_what_is_posted_waits_for_a_worker(session):
    post(session, LetterKind.ALERT, 7, "budget")
    session.commit()
    assert session.execute(WAITING).one()[:2] == ("alert", 0)


def test_what_was_rolled_back_is_not_posted(session):
    post(session, LetterKind.ALERT, 7, "budget")
    session.rollback()
    assert session.execute(WAITING).all() == []


def test_every_kind_of_letter_has_who_writes_it():
    assert WRITERS.keys() == set(LetterKind)


def test_a_letter_is_sent(sends, server):
    sends()
    assert server.only()["To"] == "ana@example.org"


def test_where_there_is_nothing_to_be_told_nothing_is_sent(sends, server):
    sends(letter=None)
    assert server.mails == []


def test_without_a_mail_server_nothing_is_written(sends, mailer_at, session):
    def write(_session):
        raise AssertionError

    with unit(session) as work:
        send_posted(work, Posted(LetterKind.ALERT, 7), write, Posting(mailer_at(""), NOON))


def test_a_busy_server_is_asked_again_a_minute_later(sends, server, session):
    server.refuses("MAIL", "451 not now")
    sends()
    assert session.execute(WAITING).one() == ("alert", 1, 60)


def test_it_is_asked_four_times_and_no_more(sends, server, session):
    server.refuses("MAIL", "451 not now")
    sends(tries=3)
    assert session.execute(WAITING).all() == []


def test_a_server_that_refuses_is_not_asked_again(sends, server, session):
    server.refuses("MAIL", "550 not you")
    sends()
    assert session.execute(WAITING).all() == []


def test_that_mail_fails_is_an_alert_until_a_letter_is_sent(sends, server, session):
    server.refuses("MAIL", "550 not you")
    sends()
    (alert,) = alerts(session)
    assert (alert.kind, alert.link) == (AlertKind.MAIL_FAILS, "/organizers/mail")
    assert "MAIL_FROM" in alert.sentence
    server.refusals.clear()
    sends()
    assert alerts(session) == []


def test_an_address_that_nobody_has_is_no_failure_of_ours(sends, server, session):
    server.refuses("RCPT", "550 nobody here")
    sends()
    assert alerts(session) == []


def test_letters_are_sent_one_by_one_and_those_that_are_tried_again_wait_for_no_other(sends, server, session):
    server.refuses("MAIL", "451 not now")
    for tries in (0, 1):
        sends(tries=tries)
    post(session, LetterKind.ALERT, 7)
    turns = text("SELECT lock FROM procrastinate_jobs WHERE task_name = 'send_letter' ORDER BY lock")
    assert session.scalars(turns).all() == ["send_letter-0", "send_letter-1", "send_letter-2"]
