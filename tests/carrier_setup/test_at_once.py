"""Two admins who set the carrier up in the same moment: each keeps what is theirs, and nothing is given twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.campaigns.demo import demo_campaign
from app.carrier_setup.fallback import keep_fallback
from app.carrier_setup.numbers import NumberNotGiven, give_number, owners
from app.store.db import db
from tests.world.campaign.campaigns import WHO
from tests.world.people.crowd import at_once, wait_until_they_wait

NUMBER = "+16175550142"


@pytest.fixture
def another(session):
    """The id of a second campaign."""
    another = demo_campaign(WHO["now"])
    another.slug, another.phone_number = "another", ""
    session.add(another)
    session.commit()
    return another.id


def both(table, work):
    """Neither before both have asked; what came of each."""
    with db.engine.connect() as first, ThreadPoolExecutor(1) as thread:
        first.exec_driver_sql(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
        came = thread.submit(at_once, db.engine, 2, work)
        wait_until_they_wait(db.engine, 2)
        first.rollback()
        return came.result()


def test_a_number_is_given_to_one_of_two_campaigns(session, campaign, another):
    campaigns = (campaign, another)
    came = both("campaign", lambda session, nth: give_number(session, campaigns[nth], NUMBER))
    assert sorted((type(one) for one in came), key=str) == [NumberNotGiven, bool]
    assert owners(session)[NUMBER].campaign_id == campaigns[came.index(True)]


@pytest.mark.usefixtures("session")
def test_of_two_who_are_the_first_neither_fails():
    came = both("carrier_setup", lambda session, nth: keep_fallback(session, f"https://example.org/{nth}"))
    assert came == [True, True]
