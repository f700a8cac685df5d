"""Calls with faults by the thousand: statistics equal a recount, and their seals once the calls are gone."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select, update

from app.calls.life.reports import Report
from app.calls.run.correct import correct, take_back
from app.calls.run.feedback import report_outcome
from app.clock import utc_now
from app.extensions import given
from app.limits.table import TABLE
from app.privacy.forget.job import Forgetting, forget
from app.statistics.counting import catch_up
from app.statistics.reading import counts
from app.statistics.told import Span
from app.statistics.verifying import differences
from app.store.unit import unit
from models import Call, ReportedOutcome
from tests.statistics.recount import by_hand, stored
from tests.world.calls import CHANGEABLE
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier, nobody_home
from tests.world.examples import sized

HOW_MANY = sized(24, 10_000)
STORIES = (a_conversation, a_busy_office, nobody_home)
WHAT = [*ReportedOutcome]
LATER = timedelta(days=200)


@pytest.fixture
def never_enough(app):
    """However many call one office in a day, there is room for one more."""
    own = given()
    most = dict.fromkeys((*TABLE["a campaign"], "office_calls_per_day"), 1_000_000)
    app.extensions["ringdown"] = replace(own, settings=own.settings.model_copy(update=most))


@pytest.fixture
def faulty(app, session, campaign, never_enough):
    """A call of which the carrier tells some things twice, some late, and some never; its supporter, too, says more."""

    def faulty(chance):
        carrier = a_new_carrier(app, session, campaign)
        told = list(chance.choice(STORIES)(carrier))
        happens = [part for part in told for _ in range(chance.choice([0, 1, 1, 1, 1, 1, 1, 2]))]
        if chance.random() < 0.3:
            late = chance.randrange(len(happens) or 1)
            happens = happens[:late] + happens[late + 1 :] + happens[late : late + 1]
        for part in happens:
            part()
        if chance.random() < 0.5:
            report_outcome(session, carrier.call_id, 0, Report(chance.choice(WHAT)), CHANGEABLE)
        if chance.random() < 0.3:
            correct(session, carrier.call_id, 0, Report(chance.choice(WHAT)))
        if chance.random() < 0.1:
            take_back(session, carrier.call_id, 0)
        is_over(session, carrier.call_id)

    return faulty


@pytest.fixture
def counted(session):
    """Lets the job count until nothing is left."""

    def counted():
        with unit(session) as work:
            catch_up(work, given().clock)
        with unit(session) as work:
            catch_up(work, given().clock)

    return counted


def is_over(session, call_id):
    """Of a call something was told: what is under way is nobody's to forget, and holds up whoever comes after it."""
    lost = {"status": "failed", "ended_at": Call.created_at, "end_reason": "lost", "holds_line": None}
    session.execute(update(Call).where(Call.id == call_id, Call.ended_at.is_(None)).values(lost))
    session.commit()


def forgotten(session):
    """Half a year later the job runs as often as it takes."""
    how = Forgetting(lambda: unit(session), given().vault, lambda: utc_now() + LATER, pause=lambda _: None)
    while forget(how):
        pass
    session.expire_all()


def test_statistics_equal_a_recount_and_still_their_seals_when_the_calls_are_gone(session, faulty, counted):
    chance = Random(7)  # noqa: S311 - the same calls in every run
    everything = [faulty(chance) for _ in range(HOW_MANY)]
    counted()
    assert stored(session) == by_hand(session)
    assert list(differences(session)) == []
    before = counts(session, Span())
    forgotten(session)
    counted()
    assert session.scalars(select(Call.id)).all() == []
    assert list(differences(session)) == []
    after = counts(session, Span())
    assert (after.all.calls, after.funnel) == (len(everything), before.funnel)
