"""Alerts are told by mail to those who chose them, each kind once an hour, and only while they stand."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from app.outgoing.alerts import BY_MAIL, NAMES, Reader, alert_letter, send_alerts, standing_alerts
from app.store.alerts import alert_over, raise_alert
from app.team.create import create_organizer
from models import AlertChoice, AlertKind, Organizer, TeamRole

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=59)
AN_HOUR_LATER = NOON + timedelta(minutes=61)
LINE, PAUSED, MAIL = AlertKind.OFFICE_LINE_DEAD, AlertKind.PLACING_PAUSED, AlertKind.MAIL_FAILS
REFUSES = AlertKind.CARRIER_REFUSES
EVERYTHING = Reader(TeamRole.ADMIN, None)
POSTED = text("SELECT (args->>'about')::int, args->>'more' FROM procrastinate_jobs WHERE task_name = 'send_letter'")


@pytest.fixture
def ana(session, app):
    """Somebody who chose to be told of dead lines."""
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.ADMIN)
    session.flush()
    ana = session.scalars(select(Organizer)).one()
    session.add(AlertChoice(organizer_id=ana.id, kind=LINE))
    session.commit()
    return ana


def rise(session, about="one", kind=LINE, sentence="A line is dead.", now=NOON):
    raise_alert(session, kind, about, sentence, link="/organizers/lines", now=now)


def told(session, now):
    """What letters are posted at this moment."""
    session.execute(text("DELETE FROM procrastinate_jobs"))
    send_alerts(session, now, queue="calls")
    return session.execute(POSTED).all()


def test_whoever_chose_it_is_told(session, ana):
    rise(session)
    assert told(session, NOON) == [(ana.id, "office-line-dead")]


def test_several_of_a_kind_are_one_letter(session, ana):
    rise(session, "one")
    rise(session, "another")
    assert len(told(session, NOON)) == 1


def test_what_nobody_chose_is_posted_to_nobody(session, ana):
    rise(session, kind=PAUSED, about="7")
    assert told(session, NOON) == []


def test_it_is_told_once(session, ana):
    rise(session)
    told(session, NOON)
    assert told(session, AN_HOUR_LATER) == []


def test_another_of_the_kind_waits_until_the_hour_is_over(session, ana):
    rise(session, "one")
    told(session, NOON)
    rise(session, "another")
    assert told(session, LATER) == []
    assert told(session, AN_HOUR_LATER) == [(ana.id, "office-line-dead")]


def test_what_comes_and_goes_is_told_once_an_hour(session, ana):
    letters = []
    for minute in range(0, 180, 2):
        now = NOON + timedelta(minutes=minute)
        rise(session, now=now)
        letters += told(session, now)
        alert_over(session, LINE, "one", now=now)
    assert len(letters) == 3


def test_what_is_over_is_told_no_more(session, ana):
    rise(session)
    alert_over(session, LINE, "one", now=NOON)
    assert told(session, NOON) == []


def test_whoever_was_removed_is_told_nothing(session, ana):
    ana.active = False
    rise(session)
    assert told(session, NOON) == []


def test_that_mail_fails_is_told_by_no_mail(session, ana):
    session.add(AlertChoice(organizer_id=ana.id, kind=MAIL))
    rise(session, "", MAIL)
    assert told(session, NOON) == []
    assert MAIL not in BY_MAIL


def test_a_letter_has_a_sentence_and_a_link_for_each(session):
    rise(session, "one", sentence="One is dead.")
    rise(session, "another", sentence="Another is dead.")
    letter = alert_letter(session, LINE, "ana@example.org", EVERYTHING, "https://call.example.org")
    assert letter.subject == "Ringdown: An office's line does not answer any more"
    assert letter.text.startswith("One is dead.\nhttps://call.example.org/organizers/lines\n\nAnother is dead.\n")


@pytest.mark.parametrize(("role", "page"), [(TeamRole.ADMIN, "carrier"), (TeamRole.ORGANIZER, "calls")])
def test_a_letter_links_to_a_page_that_its_reader_may_open(session, role, page):
    raise_alert(session, REFUSES, "account", "Nobody is rung.", link="/organizers/carrier", now=NOON)
    letter = alert_letter(session, REFUSES, "ana@example.org", Reader(role, None), "https://call.example.org")
    assert letter.text.startswith(f"Nobody is rung.\nhttps://call.example.org/organizers/{page}\n")


def test_no_letter_is_written_of_what_is_over(session):
    assert alert_letter(session, LINE, "ana@example.org", EVERYTHING, "https://call.example.org") is None


@pytest.mark.parametrize(
    ("reader", "kinds"),
    [
        (EVERYTHING, [LINE, PAUSED, MAIL]),
        (Reader(TeamRole.ORGANIZER, frozenset({7})), [LINE, PAUSED]),
        (Reader(TeamRole.ORGANIZER, frozenset({8})), [LINE]),
        (Reader(TeamRole.VIEWER, frozenset({7})), [LINE]),
    ],
)
def test_each_is_told_what_concerns_them(session, reader, kinds):
    for kind, about in ((LINE, "one"), (PAUSED, "7"), (MAIL, "")):
        rise(session, about, kind)
    assert [alert.kind for alert in standing_alerts(session, reader)] == kinds


def test_every_kind_has_a_name():
    assert NAMES.keys() == set(AlertKind)
