"""What a call to the hotline, a page that waits and a sweep cost the database, so that nothing grows unseen."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update

from app.calls.begin.code import wait_under_code
from app.calls.later.due import ring_due
from app.campaigns.in_force import campaign_words
from app.representatives import directory
from app.store.unit import Unit
from models import Call
from tests.world.calls import a_call, due_at, office_of
from tests.world.one_unit import kept
from tests.world.people.hotline_caller import HotlineCaller
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local

MONDAY = local("2026-11-02 09:00")

# What a caller does → (turn, what is heard, statements, commits). Words and roster are read before.
TURNS = {
    "chooses a language": ("welcome", {"Digits": "1"}, 2, 1),
    "says a town": ("where", {"SpeechResult": "Holyoke"}, 2, 1),
    "says nothing": ("where", {}, 1, 0),
    "keys a code": ("where", {"Digits": "4821"}, 2, 1),
    "keys a wrong code": ("where", {"Digits": "4822"}, 2, 1),
    "hears a number that helps": ("where_by_keys", {}, 1, 0),
}


@pytest.fixture
def cost(app, session, campaign, count_statements):
    """Statements and commits of something that is done now."""
    campaign_words(session, campaign, 1)
    directory(session)

    def cost(act):
        session.rollback()
        count_statements.reset()
        act()
        return len(count_statements.statements), count_statements.commits

    return cost


@pytest.fixture
def caller(app, session, campaign):
    caller = HotlineCaller(app, 1)
    caller.dials()
    offices, now = (office_of(session),), app.extensions["ringdown"].clock()
    how = {"code": "4821", "town": "Holyoke", "language": "en", "now": now}
    kept(session, lambda work: wait_under_code(work.session, campaign, offices, **how))
    return caller


def test_a_first_turn(app, cost):
    HotlineCaller(app, 2).dials(CallSid="CA" + "8" * 32)  # the first of a day begins its accounts, too
    statements, commits = cost(HotlineCaller(app, 1).dials)
    assert (statements, commits) == (5, 1)


def test_the_end_takes_two_statements_and_one_where_it_was_told_before(caller, cost):
    ends = partial(caller.tells, "/voice/hotline/status", CallStatus="completed", CallDuration="9", SequenceNumber="1")
    assert cost(ends) == (2, 0)
    assert cost(ends) == (1, 0)


def test_a_document_that_could_not_be_fetched_takes_two(caller, cost):
    assert cost(lambda: caller.tells("/voice/hotline/fallback", ErrorCode="11200")) == (2, 1)


@pytest.mark.parametrize(("step", "heard", "statements", "commits"), TURNS.values(), ids=TURNS)
def test_a_turn(caller, cost, step, heard, statements, commits):
    spent = cost(lambda: caller.says(step, turn=2, **heard))
    assert spent == (statements, commits)


def test_agreeing_on_an_office(caller, cost):
    caller.says("where", turn=2, SpeechResult="Holyoke")
    statements, commits = cost(lambda: caller.says("located", turn=3, Digits="1"))
    assert (statements, commits) == (2, 1)


@pytest.fixture
def page(client, campaign):
    """The address of the page of a call that waits for its turn."""
    return Supporter(client).asks_to_be_called(phone="617 555 0188").location.removesuffix("#main")


def test_a_page_of_a_call_that_waits_for_its_turn_takes_two_statements(client, page, cost):
    assert cost(lambda: client.get(f"{page}/progress")) <= (2, 0)


def test_a_page_of_a_call_that_waits_for_its_time_takes_one_statement(session, client, page, cost):
    until = MONDAY + timedelta(days=1)
    session.execute(update(Call).values(status="scheduled", ring_at=MONDAY, ring_until=until))
    session.commit()
    assert cost(lambda: client.get(f"{page}/progress")) <= (1, 0)


def test_a_page_that_waits_for_somebody_to_dial(client, campaign, cost):
    waits = Supporter(client).asks_to_be_called(dial="1").location
    assert cost(lambda: client.get(f"{waits}/progress")) <= (3, 0)


def test_a_sweep_where_nothing_is_due_takes_one_statement(session, cost):
    assert cost(lambda: ring_due(Unit(session), due_at(MONDAY))) == (1, 0)


def test_a_sweep_takes_the_same_for_every_call_that_is_due(session, app, campaign, cost):
    def book(how_many):
        for nth in range(how_many):
            number = f"+161755501{10 + nth + 10 * how_many}"
            a_call(session, app.extensions["ringdown"], campaign, phone=number, ring_from=MONDAY)

    book(1)
    one = cost(lambda: ring_due(Unit(session), due_at(MONDAY)))
    book(3)
    three = cost(lambda: ring_due(Unit(session), due_at(MONDAY)))
    assert (three[0] - 1, three[1]) == (3 * (one[0] - 1), 3 * one[1])
    assert one[0] <= 4
