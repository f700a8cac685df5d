"""That a mailbox is full lets its line rest if the line talked like one, or if two callers say so: not at one word."""

import pytest
from sqlalchemy import select, update

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews
from models import Call, EventSource, LegStatus, LinePace
from tests.calls.steps.situations import NOON, World, everybody_hangs_up, rung


@pytest.fixture
def world(session, own, campaign):
    everybody_hangs_up(session)
    return World(session, own, campaign, "en")


@pytest.fixture
def says_so(session, world):
    """Somebody whose office was on the line for so long says that its mailbox is full."""

    def says_so(seconds, phone=None):
        phone = phone or rung(world)
        news = LegNews(f"CA-{phone.call_id}-{seconds}", 0, LegStatus.COMPLETED, duration=seconds)
        apply_news(session, phone.call_id, news, source=EventSource.CARRIER)
        session.commit()
        assert phone.answers("after_office", keys="4").step == "mailbox_full"
        return phone

    return says_so


def rests(session):
    session.rollback()
    return session.scalar(select(LinePace.rests_until).where(LinePace.rests_until > NOON)) is not None


@pytest.mark.parametrize(("seconds", "is_one"), [(1, False), (7, False), (8, True), (25, True)])
def test_one_caller_is_believed_whose_line_talked_as_long_as_a_greeting(session, says_so, seconds, is_one):
    says_so(seconds)
    assert rests(session) is is_one


def test_two_callers_are_believed(session, says_so):
    says_so(1)
    assert not rests(session)
    says_so(1)
    assert rests(session)


def test_the_same_caller_again_is_no_second(session, says_so):
    phone = says_so(1)
    session.execute(update(Call).values(reported_outcome=None, reported_source=None))
    session.commit()
    phone.answers("survey_again", keys="4", turn=7)
    assert not rests(session)


def test_all_who_show_no_number_are_one(session, world, says_so):
    for _ in range(5):
        call = rung(world)
        session.execute(update(Call).where(Call.id == call.call_id).values(phone_encrypted=None, withheld=True))
        session.commit()
        says_so(1, call)
    assert not rests(session)
