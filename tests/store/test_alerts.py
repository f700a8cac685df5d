"""An alert stands once, however often it is raised, until it is over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.store.alerts import alert_over, others_over, raise_alert
from models import Alert, AlertKind

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
LINE = AlertKind.OFFICE_LINE_DEAD


@pytest.fixture
def rises(session):
    def rise(about="one", sentence="It is dead.", now=NOON):
        raise_alert(session, LINE, about, sentence, link="/organizers/lines", now=now)
        session.commit()

    return rise


def standing(session):
    return session.scalars(select(Alert).where(Alert.over_at.is_(None)).order_by(Alert.id)).all()


def test_what_is_wrong_again_is_the_same_alert_in_other_words(rises, session):
    rises()
    rises(sentence="It is dead indeed.", now=LATER)
    (alert,) = standing(session)
    assert (alert.sentence, alert.raised_at, alert.seen_at) == ("It is dead indeed.", NOON, LATER)


def test_a_sentence_that_is_too_long_is_cut(rises, session):
    rises(sentence="x" * 600)
    assert len(standing(session)[0].sentence) == 500


def test_two_of_a_kind_are_two(rises, session):
    rises("one")
    rises("another")
    alert_over(session, LINE, "one", now=LATER)
    assert [alert.about for alert in standing(session)] == ["another"]


def test_what_is_over_and_comes_back_is_another_alert(rises, session):
    rises()
    alert_over(session, LINE, "one", now=LATER)
    rises(now=LATER)
    (alert,) = standing(session)
    assert alert.raised_at == LATER


def test_to_say_that_nothing_is_wrong_costs_one_statement(session, count_statements):
    alert_over(session, LINE, "one", now=NOON)
    assert len(count_statements.statements) == 1


def test_all_but_those_that_are_wrong_still_are_over(rises, session):
    for about in ("one", "another", "a third"):
        rises(about)
    others_over(session, LINE, ["another"], now=LATER)
    assert [alert.about for alert in standing(session)] == ["another"]
    others_over(session, LINE, [], now=LATER)
    assert standing(session) == []
