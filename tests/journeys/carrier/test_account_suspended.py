"""Suspended while supporters call: they get the office's number, organizers the reason, and it resumes by itself."""

from datetime import timedelta

import pytest
import requests
from sqlalchemy import select, update

from app.carrier_setup.looked import last_looked
from app.jobs.curing import cure
from app.store.unit import Unit
from app.telephony.account.facts import Standing
from models import Alert, AlertKind, CallStatus, EndReason, LineOutcome, PlacingPause
from tests.conftest import ACCOUNT_SID
from tests.world.patience import PATIENCE


@pytest.fixture
def account(world):
    """Our account at the carrier."""
    return world.everything.network.account


@pytest.fixture
def looks(app, world, call_log):
    """A minute has passed, and somebody looks whether the cause is gone."""

    def looks():
        own = world.everything.app.extensions["ringdown"]
        call_log.session.rollback()
        cure(Unit(call_log.session), own)
        past = own.clock() - timedelta(seconds=1)
        call_log.session.execute(update(PlacingPause).where(PlacingPause.until > past).values(until=past))
        call_log.session.commit()

    return looks


def alerts(call_log):
    call_log.session.rollback()
    of_it = (Alert.kind == AlertKind.CARRIER_REFUSES, Alert.over_at.is_(None))
    return call_log.session.scalars(select(Alert.sentence).where(*of_it)).all()


def last(call_log):
    return call_log.all()[-1]


@pytest.mark.usefixtures("supporter")
def test_suspended_in_the_midst_and_back_again(world, account, office, call_log, looks):
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    assert last(call_log).line_outcome is LineOutcome.ANSWERED

    account.is_suspended()
    page = world.supporter_asks_to_be_called(phone="617 555 0124")
    assert (last(call_log).status, last(call_log).end_reason) == (CallStatus.FAILED, EndReason.REFUSED_TO_US)
    shown = requests.get(page.url, timeout=PATIENCE).text
    assert "We cannot place calls just now, which is not because of you" in shown
    assert 'class="big-number" href="tel:+1617' in shown
    assert "(error 10001)" in alerts(call_log)[0]

    before = len(call_log.all())
    looks()
    seen, _ = last_looked(call_log.session, ACCOUNT_SID)
    assert seen.standing is Standing.SUSPENDED  # still, and the carrier's page says so
    world.supporter_sends(phone="617 555 0125")
    assert len(call_log.all()) == before

    account.is_reinstated(still_refuses=1)
    looks()
    world.supporter_asks_to_be_called(phone="617 555 0126")  # the carrier has not noticed yet that somebody paid
    assert last(call_log).end_reason is EndReason.REFUSED_TO_US
    looks()
    world.everything.network.phone("+16175550127").answers(after=4).then_presses("1", "1")
    world.supporter_asks_to_be_called(phone="617 555 0127")
    assert last(call_log).line_outcome is LineOutcome.ANSWERED
    assert alerts(call_log) == []
