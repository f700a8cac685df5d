"""Whether calls are placed just now: the campaign's door says so, and a click that did not know rings nobody."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.calls.begin.web import place_call
from app.calls.errors import CampaignChanged
from app.campaigns.at_door import find_campaign
from app.extensions import given
from app.limits.placing import WhyNotRing
from app.store.alerts import alert_over, raise_alert
from models import AlertKind, Call
from tests.world.calls import placing, request_for

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)


@pytest.fixture
def nobody_works(session, campaign):
    raise_alert(session, AlertKind.NO_WORKER, "", "No worker runs.", link="/", now=NOW)
    session.commit()


def why_not(session):
    return find_campaign(session, "safe-communities").not_placed


@pytest.mark.usefixtures("campaign")
def test_as_a_rule_calls_are_placed(session):
    assert why_not(session) is None


@pytest.mark.usefixtures("nobody_works")
def test_without_a_worker_none_are_until_one_is_back(session):
    assert why_not(session) is WhyNotRing.NO_WORKER
    alert_over(session, AlertKind.NO_WORKER, "", now=NOW)
    assert why_not(session) is None


@pytest.mark.usefixtures("app", "nobody_works")
def test_a_click_that_does_not_know_rings_nobody(session, campaign):
    with pytest.raises(CampaignChanged):
        place_call(session, request_for(session, campaign), placing(given()))
    assert session.scalars(select(Call.id)).all() == []


@pytest.mark.usefixtures("app", "nobody_works")
def test_a_rehearsal_needs_none(session, campaign):
    assert place_call(session, request_for(session, campaign), replace(placing(given()), rehearsal=True))
