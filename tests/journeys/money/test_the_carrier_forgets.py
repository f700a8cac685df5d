"""The carrier writes both numbers of each call down: once it is over and paid for, that record is deleted there."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.cost.settling import Settling, ask_prices, settle_ended
from app.calls.erasing.records import KEPT, LEASE, MOST_TRIES, erase_due, forget_records
from app.calls.erasing.told import ask_again, still_there
from app.clock import eastern_day, utc_now
from app.extensions import given
from app.privacy.holding.change import Wanted, begin_hold, end_hold, standing_hold
from app.telephony.local_network import Faults, Refusal
from app.telephony.local_network.account.prices import Billing
from app.telephony.twilio_carrier import TwilioCarrier
from models import Campaign, CarrierRecord, Leg, WhyKept
from tests.world.one_unit import kept

A_WEEK, A_DAY, A_MINUTE = timedelta(days=7), timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def keeper(world, settings):
    """Whoever counts the money of calls, and has the carrier forget them, so long after now."""
    there = settings.model_copy(update={"twilio_api_base_url": world.everything.network.url})
    session, carrier = world.call_log.session, TwilioCarrier(there)

    class Keeper:
        def settles(self, *, after=A_WEEK, **settings):
            how = Settling(there.model_copy(update=settings), utc_now() + after, "of a test")
            session.rollback()
            kept(session, lambda work: settle_ended(work.session, how))
            kept(session, lambda work: ask_prices(work, carrier, how))

        def erases(self, after=A_WEEK):
            session.rollback()
            return kept(session, lambda work: erase_due(work, carrier, utc_now() + after))

        def knows(self, sids):
            return [sid for sid in sids if carrier.leg(sid)]

        def records(self):
            session.rollback()
            return session.scalars(select(CarrierRecord).execution_options(populate_existing=True)).all()

        def stands_in_the_way(self, status, code=0, times=100):
            refusal = Refusal(status, code=code, method="DELETE", times=times)
            world.everything.network.suffer(Faults(refuse=refusal))

    return Keeper()


@pytest.fixture
def log(world):
    """The session of the log."""
    return world.call_log.session


@pytest.fixture
def talked(world, supporter, office):
    """A call of a minute's talk."""
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    world.everything.network.account.billing = Billing()


@pytest.fixture
def settled(talked, keeper):
    """The same, which was paid for."""
    keeper.settles()


@pytest.fixture
def held(log, settled):
    """A legal hold of its campaign."""
    until, keys = eastern_day(utc_now()) + 100 * A_DAY, given().vault.days.holds
    campaign_id = log.scalars(select(Campaign.id)).one()
    kept(log, lambda work: begin_hold(work.session, keys, campaign_id, Wanted("A subpoena.", until, ""), utc_now()))
    return standing_hold(log, campaign_id).id


def test_what_a_legal_hold_keeps_is_left_at_the_carrier_until_it_is_over(keeper, log, held):
    kept(log, lambda work: forget_records(work.session, utc_now() + KEPT + A_WEEK))
    assert (keeper.erases(), len(keeper.records())) == (0, 2)
    kept(log, lambda work: end_hold(work.session, held, utc_now()))
    assert keeper.erases() == 2


@pytest.mark.usefixtures("settled")
def test_once_a_call_is_paid_for_the_carrier_forgets_both_of_its_legs(keeper, log):
    sids = log.scalars(select(Leg.carrier_sid)).all()
    assert {one.sid for one in keeper.records()} == set(keeper.knows(sids)) == set(sids)
    assert keeper.erases() == 2
    assert (keeper.records(), keeper.knows(sids)) == ([], [])
    assert keeper.erases() == 0


@pytest.mark.usefixtures("talked")
def test_nothing_is_deleted_before_its_price_was_told(world, keeper):
    world.everything.network.account.billing = Billing(after=timedelta(days=365))
    keeper.settles(after=A_MINUTE)
    assert (keeper.records(), keeper.erases()) == ([], 0)


@pytest.mark.usefixtures("talked")
def test_where_the_setting_is_off_nothing_is(keeper):
    keeper.settles(carrier_forgets=False)
    assert keeper.records() == []


@pytest.mark.usefixtures("settled")
def test_a_record_that_is_gone_already_is_gone(keeper):
    keeper.stands_in_the_way(404, 20404)
    assert (keeper.erases(), keeper.records()) == (2, [])


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    ("status", "code", "why"),
    [
        (409, 20009, WhyKept.UNDER_WAY),
        (429, 20429, WhyKept.BUSY),
        (500, 20500, WhyKept.NO_ANSWER),
        (405, 20004, WhyKept.REFUSED),
    ],
)
def test_what_stood_in_the_way_is_told_and_it_is_asked_again_by_itself(keeper, log, status, code, why):
    keeper.stands_in_the_way(status, code)
    assert keeper.erases() == 0
    told = {one.why: (one.code, one.given_up) for one in still_there(log)}
    assert told[why] == (code, 0)
    keeper.stands_in_the_way(status, code, times=0)
    assert keeper.erases(A_WEEK + A_DAY) == 2


@pytest.mark.usefixtures("settled")
def test_a_carrier_that_is_busy_is_asked_once_and_left_alone(keeper):
    keeper.stands_in_the_way(429, times=1)
    assert (keeper.erases(), len(keeper.records())) == (0, 2)


@pytest.mark.usefixtures("settled")
def test_in_the_end_it_is_asked_no_more_until_somebody_says_so(keeper, log):
    keeper.stands_in_the_way(405, 20004)
    for nth in range(MOST_TRIES + 1):
        keeper.erases(A_WEEK + (nth + 1) * A_DAY)
    (told,) = still_there(log)
    assert (told.given_up, told.how_many, told.why) == (2, 2, WhyKept.REFUSED)
    keeper.stands_in_the_way(405, times=0)
    assert keeper.erases(30 * A_DAY) == 0
    assert kept(log, lambda work: ask_again(work.session, utc_now())) == 2
    assert keeper.erases() == 2


@pytest.mark.usefixtures("settled")
def test_one_who_is_killed_in_the_middle_leaves_it_to_the_next(keeper, log):
    log.execute(update(CarrierRecord).values(due_at=utc_now() + A_WEEK + LEASE, tries=1))
    log.commit()
    assert [keeper.erases(), keeper.erases(A_WEEK + LEASE + A_MINUTE)] == [0, 2]


@pytest.mark.usefixtures("settled")
def test_what_could_not_be_deleted_is_told_for_as_long_as_its_call_is_known(keeper, log):
    kept(log, lambda work: forget_records(work.session, utc_now() + KEPT - A_DAY))
    assert len(keeper.records()) == 2
    kept(log, lambda work: forget_records(work.session, utc_now() + KEPT + A_DAY))
    assert keeper.records() == []
