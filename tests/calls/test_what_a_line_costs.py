"""What an office's line costs the database: to wait for it, to go round it, to be rung instead another time."""

import pytest
from sqlalchemy import select

from app.campaigns.in_force import campaign_words
from app.representatives import directory
from models import Call
from tests.calls.steps.situations import World, closed, dialed_in, everybody_hangs_up, full, resting, rung, talked


@pytest.fixture
def cost(session, own, campaign, count_statements):
    """Where an answer at a step of such a call leads, and its statements; the roster was read before."""
    campaign_words(session, campaign, 1)
    directory(session)
    everybody_hangs_up(session)

    def cost(makes, step, before=(), **heard):
        phone = makes(World(session, own, campaign, "en"))
        for asked, keys in before:
            phone.answers(asked, keys=keys)
        session.rollback()
        count_statements.reset()
        answer = phone.answers(step, turn=2, **heard)
        return answer.step, len(count_statements.statements)

    return cost


def resting_but_for_another(world):
    return resting(world, lines=2)


TO_THE_LINE = {
    "it is free": (rung, "connect", 4),
    "others are on it": (full, "waits_turn", 5),
    "it rests": (resting, "resting", 4),
    "it rests, and they have another": (resting_but_for_another, "other_line", 5),
}


@pytest.mark.parametrize(("makes", "leads_to", "statements"), TO_THE_LINE.values(), ids=TO_THE_LINE)
def test_to_come_to_a_line_takes_five_statements_at_most(cost, makes, leads_to, statements):
    assert cost(makes, "script", keys="1") == (leads_to, statements)


def test_every_further_look_at_a_line_takes_five_too(cost):
    assert cost(full, "waits_turn", before=[("script", "1")]) == ("waits_turn", 5)


def test_whoever_goes_round_a_line_that_rests_does_not_stand_in_it(session, cost):
    cost(resting_but_for_another, "script", keys="1")
    assert session.scalars(select(Call.waits_for).where(Call.waits_for.is_not(None))).all() == []


def test_to_agree_on_another_time_takes_thirteen_at_most(cost):
    assert cost(closed, "closed", keys="2") == ("book", 13)
    assert cost(rung, "try_later", keys="1") == ("book_soon", 13)


def test_to_be_rung_back_takes_five(cost):
    assert cost(dialed_in, "peace_for_a_day", keys="9") == ("ring_back", 5)


def test_a_full_mailbox_takes_four(cost):
    assert cost(talked, "after_office", keys="4") == ("mailbox_full", 4)
