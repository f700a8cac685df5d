"""A turn whose last one was taken here a moment ago reads nothing again, counts once and sees every change."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text, update

from app.calls.steps.lately import FOR, KEPT, Lately
from models import Call, CallStatus, CarrierEvent

NOW = datetime(2026, 11, 28, 15, tzinfo=UTC)
AGREES = ("after/greeting_again/0/2", {"Digits": "1"})


@pytest.fixture
def asked_again(carrier):
    """The carrier of somebody who was greeted, and pressed a key that means nothing."""
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="7")
    return carrier


@pytest.fixture
def spent(session, count_statements):
    """What something costs that is done now: statements and commits."""

    def spent(act):
        session.rollback()
        count_statements.reset()
        said = act()
        return said, (len(count_statements.statements), count_statements.commits)

    return spent


def test_such_a_turn_is_one_statement(asked_again, spent, fresh):
    what, form = AGREES
    said, cost = spent(lambda: asked_again.asks(what, **form))
    assert (cost, fresh(asked_again.call_id).status) == ((1, 0), CallStatus.ACCEPTED)
    assert "/after/script/0/3" in said.text


def test_a_turn_that_keeps_nothing_asks_only_whether_anybody_changed_the_call(carrier, spent, count_statements):
    carrier.asks("answered")
    said, cost = spent(lambda: carrier.asks("after/greeting/0/1", Digits="7"))
    assert (cost, "/after/greeting_again/0/2" in said.text) == ((1, 0), True)
    assert "called_office" not in str(count_statements.statements)


def test_it_is_asked_twice_and_counts_once(asked_again, session):
    what, form = AGREES
    first, second = (asked_again.asks(what, **form).text for _ in range(2))
    turns = session.scalars(select(CarrierEvent.name).where(CarrierEvent.kind == "turn")).all()
    assert (first, list(turns).count("script")) == (second, 1)


def test_the_turn_after_one_that_is_asked_again_is_not_taken_twice(carrier, session):
    def version():
        session.rollback()
        return session.scalar(text("SELECT xmin::text FROM call"))

    asked = [("answered", {}), ("after/greeting/0/1", {"Digits": "1"})]
    first, taken = [carrier.asks(what, **form).text for what, form in asked], version()
    assert ([carrier.asks(what, **form).text for what, form in asked], version()) == (first, taken)


def test_after_a_report_the_call_is_read_again_at_once(asked_again, spent):
    asked_again.reports("in-progress", 2)
    what, form = AGREES
    assert spent(lambda: asked_again.asks(what, **form))[1] == (2, 0)


def test_a_call_that_was_canceled_elsewhere_meanwhile_is_not_gone_on_with(asked_again, session, fresh):
    over = {"status": CallStatus.CANCELED, "ended_at": NOW}
    session.execute(update(Call).where(Call.id == asked_again.call_id).values(over))
    session.commit()
    what, form = AGREES
    assert "<Hangup" in asked_again.asks(what, **form).text
    assert fresh(asked_again.call_id).status == CallStatus.CANCELED


def test_a_turn_that_keeps_nothing_is_told_too_that_the_call_was_canceled(asked_again, session):
    over = {"status": CallStatus.CANCELED, "ended_at": NOW}
    session.execute(update(Call).where(Call.id == asked_again.call_id).values(over))
    session.commit()
    assert "<Hangup" in asked_again.asks("after/greeting_again/0/2", Digits="7").text


def left(call_id, version="7"):
    return SimpleNamespace(id=call_id, version=version)


def test_a_call_is_left_to_its_very_next_turn_and_once():
    lately = Lately()
    lately.leave(left(1), "script/0/3", NOW)
    assert lately.take(1, "script/0/4", NOW) is None
    lately.leave(left(1), "script/0/3", NOW)
    assert [bool(lately.take(1, "script/0/3", NOW)) for _ in range(2)] == [True, False]


def test_nothing_is_known_of_a_call_whose_version_is_not():
    lately = Lately()
    lately.leave(left(1, None), "script/0/3", NOW)
    assert lately.take(1, "script/0/3", NOW) is None


@pytest.mark.parametrize(("later", "known"), [(FOR - timedelta(seconds=1), True), (FOR, False)])
def test_what_was_left_long_ago_is_read_again(later, known):
    lately = Lately()
    lately.leave(left(1), "script/0/3", NOW)
    assert bool(lately.take(1, "script/0/3", NOW + later)) is known


def test_of_very_many_calls_the_latest_are_known():
    lately = Lately()
    for call_id in range(KEPT + 1):
        lately.leave(left(call_id), "script/0/3", NOW)
    assert [bool(lately.take(call_id, "script/0/3", NOW)) for call_id in (0, 1, KEPT)] == [False, True, True]
