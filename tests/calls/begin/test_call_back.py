"""A number is rung back to hear from its owner: once a month, by day, and never where nobody may be rung."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.begin.call_back import Wanted, call_back
from app.guard.phone_vault import DO_NOT_CALL, PHONE
from app.limits.numbers import A_DAY
from app.limits.rings.number import ring_limits
from app.limits.table import RUNG_FOR_PEACE
from models import Call, CallSource, CallStatus, Campaign, CampaignState, DoNotCall, NumberRung
from tests.world.calls import a_call
from tests.world.one_unit import kept
from tests.world.time.clocks import local

NOON, NIGHT = local("2026-11-04 12:00"), local("2026-11-04 23:00")
CLAIMED = "+14135550142"


@pytest.fixture
def wanted(own, campaign):
    return Wanted(
        campaign_id=campaign,
        campaign_version=1,
        language="ht",
        more_time=True,
        phone=CLAIMED,
        vault=own.vault,
        now=NOON,
        rings=ring_limits(own.settings),
        keeps_hours=True,
    )


@pytest.fixture
def rings_back(session, wanted):
    def rings_back(**what):
        return kept(session, lambda work: call_back(work.session, replace(wanted, **what)))

    return rings_back


@pytest.fixture
def peace(session, own):
    """The number asked for peace, until then."""

    def peace(until):
        listed = own.vault.fingerprint(CLAIMED, purpose=DO_NOT_CALL)
        session.add(DoNotCall(phone_hash=listed, how="hotline", until=until))
        session.commit()

    return peace


def test_it_is_rung_in_the_language_of_whoever_claimed_it(session, rings_back):
    assert rings_back()
    call = session.scalars(select(Call)).one()
    assert (call.source, call.status, call.language) == (CallSource.CALL_BACK, CallStatus.REQUESTED, "ht")
    assert (call.more_time, call.waits_for) == (True, "+16175550100")


def test_though_it_asked_for_peace_for_a_day(rings_back, peace):
    peace(NOON + A_DAY)
    assert rings_back()


def test_not_where_it_asked_for_good(rings_back, peace):
    peace(None)
    assert not rings_back()


def test_once_a_month(session, rings_back):
    assert rings_back()
    session.execute(update(Call).values(status=CallStatus.NO_ANSWER, ended_at=NOON, more_time=False))
    session.commit()
    almost, after = (NOON + RUNG_FOR_PEACE.window + timedelta(hours=hours) for hours in (-1, 1))
    assert [rings_back(now=almost), rings_back(now=after)] == [False, True]


def test_not_at_night(rings_back):
    assert not rings_back(now=NIGHT)


@pytest.mark.parametrize("phone", ["+16177222400", "+16175550100", "+16177254005"])
def test_no_office_and_no_campaign(rings_back, phone):
    assert not rings_back(phone=phone)


def test_not_while_it_is_rung_already_and_later_it_may_be(session, own, campaign, rings_back):
    call = a_call(session, own, campaign, phone=CLAIMED)
    assert not rings_back()
    session.execute(update(Call).where(Call.id == call.id).values(status=CallStatus.NO_ANSWER, ended_at=NOON))
    session.commit()
    assert rings_back()


def test_not_where_it_was_rung_as_often_as_it_may_be_within_the_hour(session, own, rings_back):
    number = own.vault.fingerprint(CLAIMED, purpose=PHONE)
    session.add(NumberRung(phone_hash=number, rang=[NOON] * 2, in_vain=0, over_at=NOON))
    session.commit()
    assert not rings_back()
    assert rings_back(now=NOON + timedelta(hours=1, minutes=1))


def test_not_for_a_campaign_that_rests(session, rings_back):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert not rings_back()
