"""While no worker runs nobody is left to wait: pages say that calls cannot be placed, and what can be done instead."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from app.store.alerts import alert_over, raise_alert
from models import AlertKind, Call, Campaign
from tests.world.people.supporter import Supporter

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
CANNOT = "We cannot place calls just now"
INSTEAD = "You need not wait by your phone: cancel and dial (617)"
DIAL = "from any phone: we connect you from there."


@pytest.fixture
def supporter(client, campaign):
    return Supporter(client)


@pytest.fixture
def waiting(client, supporter):
    """Reads the page of a call that waits for its turn."""
    page = supporter.asks_to_be_called().location.removesuffix("#main")
    return lambda: client.get(page).text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def the_worker_goes(session):
    """It was not heard of for a minute."""

    def goes():
        raise_alert(session, AlertKind.NO_WORKER, "", "No worker runs.", link="/", now=NOW)
        session.commit()

    return goes


def test_a_page_that_waits_says_that_nobody_is_rung_and_what_to_do(waiting, the_worker_goes):
    assert CANNOT not in waiting()
    the_worker_goes()
    text = waiting()
    assert CANNOT in text
    assert INSTEAD in text
    assert "Your call is next" not in text


def test_once_a_worker_is_back_the_call_is_next_again(waiting, the_worker_goes, session):
    the_worker_goes()
    alert_over(session, AlertKind.NO_WORKER, "", now=NOW)
    session.commit()
    assert "Your call is next" in waiting()


def test_a_rehearsal_brings_its_own(waiting, the_worker_goes, session):
    the_worker_goes()
    session.execute(update(Call).values(rehearsal=True))
    session.commit()
    assert CANNOT not in waiting()


def test_the_campaigns_page_offers_its_number(supporter, the_worker_goes):
    assert DIAL not in supporter.opens_the_page().text
    the_worker_goes()
    text = supporter.opens_the_page().text
    assert "We cannot ring anybody just now" in text
    assert DIAL in text


def test_but_none_that_is_no_hotline(supporter, the_worker_goes, session):
    session.execute(update(Campaign).values(serves_hotline=False))
    session.commit()
    the_worker_goes()
    assert DIAL not in supporter.opens_the_page().text
