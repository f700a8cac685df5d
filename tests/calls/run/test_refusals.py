"""That the carrier takes no calls is told once three in a row were not taken, until one is."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.run.refusals import tell_of_refusals
from models import Alert, Call, CallStatus, EndReason
from tests.world.calls import a_call

FAILED = CallStatus.FAILED


@pytest.fixture
def own(app):
    return app.extensions["ringdown"]


@pytest.fixture
def ended(session, own, campaign):
    """Writes calls that ended so, one after the other; of each a status, and why."""

    def end(*endings, ago=timedelta(minutes=5), **columns):
        for status, reason in endings:
            call = a_call(session, own, campaign, phone=f"+1617555{120 + ended.count:04d}")
            at = own.clock() - ago + timedelta(seconds=ended.count)
            ended.count += 1
            values = {"status": status, "end_reason": reason, "created_at": at, "ended_at": at} | columns
            session.execute(update(Call).where(Call.id == call.id).values(values))
        session.commit()

    ended = end
    end.count = 0
    return end


REFUSED, UNREACHABLE = (FAILED, EndReason.CARRIER_REFUSED), (FAILED, EndReason.CARRIER_UNREACHABLE)
DONE, CANCELED = (CallStatus.COMPLETED, None), (CallStatus.CANCELED, EndReason.CANCELED_ON_PAGE)


@pytest.fixture
def told(session, own):
    def tell():
        tell_of_refusals(session, own.clock())
        return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None))).all()

    return tell


def test_three_in_a_row_are_told(ended, told):
    ended(REFUSED, UNREACHABLE, CANCELED, REFUSED)
    (sentence,) = told()
    assert "flask doctor" in sentence


@pytest.mark.parametrize("endings", [[REFUSED, REFUSED], [DONE, REFUSED, REFUSED], [REFUSED, REFUSED, REFUSED, DONE]])
def test_fewer_are_not(ended, told, endings):
    ended(*endings)
    assert told() == []


def test_nor_are_rehearsals_or_what_was_long_ago(ended, told):
    ended(REFUSED, REFUSED, REFUSED, rehearsal=True)
    ended(REFUSED, REFUSED, REFUSED, ago=timedelta(hours=2))
    assert told() == []


def test_it_is_over_once_a_call_is_taken(ended, told):
    ended(REFUSED, REFUSED, REFUSED)
    assert len(told()) == 1
    ended(DONE)
    assert told() == []


def test_it_stands_while_nobody_asks_to_be_called(ended, told, session):
    ended(REFUSED, REFUSED, REFUSED)
    assert len(told()) == 1
    session.execute(update(Call).values(created_at=Call.created_at - timedelta(hours=2)))
    assert len(told()) == 1
