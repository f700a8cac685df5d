"""A call that was read is changed as if the database had judged anew, and not at all if it is another by now."""

from itertools import product

import pytest
from sqlalchemy import func, select, text, update

from app.calls.life.carrier_events import TURN, Told, kept
from app.calls.life.changes import update_call
from app.calls.life.status import Change, changing_known
from app.store.once import Once
from models import ENDINGS, HOLDING, Call, CallEvent, CallStatus, CarrierEvent, EventSource
from tests.world.calls import a_call

AT = 1  # the office it has come to
MOVES = Once(lambda: changing_known(moves=True, beside=lambda call: (kept(call),)))
ACCEPTED = Change(CallStatus.ACCEPTED, EventSource.KEYPAD, 0)


@pytest.fixture
def call_id(app, session, campaign):
    return a_call(session, app.extensions["ringdown"], campaign).id


def now(session, call_id):
    session.expire_all()
    return session.execute(select(Call.status, Call.office_at).where(Call.id == call_id)).one()


@pytest.mark.parametrize("status", CallStatus)
def test_whether_it_moves_is_known_beforehand(session, call_id, status):
    ended = func.now() if status in ENDINGS else None
    for wanted, rank in product([None, *HOLDING], [None, 0, AT, 2]):
        session.execute(update(Call).values(status=status, office_at=AT, ended_at=ended))
        change, before = Change(wanted, EventSource.KEYPAD, rank), now(session, call_id)
        update_call(session, call_id, wanted, source=change.source, rank=rank)
        assert change.moves(status, AT) is (now(session, call_id) != before)
        session.rollback()


@pytest.fixture
def accept(session, call_id):
    """Lets the call be accepted that was answered, as it is or was at a version."""
    session.execute(update(Call).values(status=CallStatus.ANSWERED))
    session.commit()

    def accept(version=None):
        version = version or session.scalar(text("SELECT xmin::text FROM call"))
        told = Told("CA1", TURN, "greeting/0/1", "script", 0, {})
        values = {"version": version, "was": CallStatus.ANSWERED, **ACCEPTED.values(), **told.values()}
        return MOVES.row(session, call_id=call_id, **values)

    return accept


def test_a_call_that_is_as_it_was_read_moves_and_that_is_told(session, call_id, accept):
    assert accept()["status"] is CallStatus.ACCEPTED
    newest = session.scalars(select(CallEvent).order_by(CallEvent.id.desc())).first()
    assert (newest.from_status, newest.to_status, newest.rank) == (CallStatus.ANSWERED, CallStatus.ACCEPTED, 0)
    assert session.scalar(select(CarrierEvent.name)) == "script"


def test_of_a_call_that_is_another_by_now_nothing_is_written(session, call_id, accept):
    assert accept(version="1") is None
    assert now(session, call_id) == (CallStatus.ANSWERED, 0)
    assert session.scalars(select(CarrierEvent)).all() == []
