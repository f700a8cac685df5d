"""The code on a page joins it to the call that keys it: once, for half an hour, and nobody finds it by trying."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.calls.begin.code import GOOD_FOR, wait_under_code, waiting_page
from app.calls.begin.join import TRIES_OF_A_NUMBER, TRIES_OF_ALL_WITHOUT
from app.limits.rate import admit
from app.store.db import db
from app.store.unit import unit
from models import Call, CallSource, CallStatus, Campaign, RateLimit
from tests.world.calls import office_of
from tests.world.campaign.campaigns import safe_communities
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once, wait_until_they_wait
from tests.world.people.on_the_phone import OnThePhone

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
CALLER = "+14135550142"


@pytest.fixture
def page(session, campaign):
    """A page that waits under this code."""

    def page(code="0042", now=NOW, **further):
        how = {"code": code, "town": "Holyoke", "language": "en", "now": now, **further}
        return kept(session, lambda work: wait_under_code(work.session, campaign, (office_of(session),), **how))

    return page


@pytest.fixture
def dialed_in(session, own, campaign):
    """Somebody on the hotline who has said nothing yet."""

    def dialed_in(caller=CALLER, now=NOW, **what):
        how = {"source": CallSource.HOTLINE, "status": CallStatus.ANSWERED, "heard": {}, **what}
        call = Call(**{"campaign_id": campaign, "campaign_version": 1, **how})
        session.add(call)
        session.commit()
        return OnThePhone.of(session, replace(own, clock=lambda: now), call.id, caller)

    return dialed_in


def joins(phone, code="0042", turn=1):
    """They key a code, or something else: whether the page that shows it follows their call from then on."""
    return phone.answers("where", keys=code, turn=turn).step == "code_accepted"


def test_the_call_gets_the_pages_office_and_town_and_the_page_its_call(session, page, dialed_in, fresh):
    page_id, phone = page(), dialed_in()
    assert joins(phone)
    call = fresh(phone.call_id)
    assert (call.town, call.offices[0].office_holder.name) == ("Holyoke", "Pat Duffy")
    assert waiting_page(session, page_id).call_id == call.id


def test_the_call_tells_by_which_link_the_page_was_opened(page, dialed_in, fresh):
    page(came_from="newsletter")
    phone = dialed_in()
    assert joins(phone)
    assert fresh(phone.call_id).came_from == "newsletter"


def test_a_code_is_good_for_half_an_hour_and_not_a_second_longer(page, dialed_in):
    page()
    assert not joins(dialed_in(now=NOW + GOOD_FOR))
    assert joins(dialed_in(now=NOW + GOOD_FOR - A_SECOND))


def test_a_code_is_good_once(page, dialed_in):
    page()
    assert [joins(dialed_in()), joins(dialed_in())] == [True, False]


def test_of_twenty_that_key_it_at_once_one_joins(session, page, dialed_in):
    page()
    phones = [dialed_in(f"+141355501{nth:02d}") for nth in range(20)]
    came = at_once(db.engine, 20, lambda own, nth: joins(replace(phones[nth], session=own)))
    assert came.count(True) == 1
    assert session.scalar(select(func.count()).where(Call.offices.any())) == 1


@pytest.mark.parametrize("code", ["0043", "42", "", "    ", "００４２", "' OR 1", "0042 "])
def test_nothing_else_is_the_code(page, dialed_in, code):
    page()
    assert not joins(dialed_in(), code)


def test_the_code_of_another_campaign_is_none(session, page, dialed_in):
    page()
    session.execute(update(Campaign).values(slug="another"))
    session.add(other := safe_communities())
    session.flush()
    assert not joins(dialed_in(campaign_id=other.id))


def test_a_call_that_has_an_office_keeps_it(page, dialed_in, fresh):
    page("0001"), page("0002")
    phone = dialed_in()
    assert [joins(phone, "0001"), joins(phone, "0002", turn=2)] == [True, False]
    assert len(fresh(phone.call_id).offices) == 1


@pytest.mark.parametrize("more_time", [True, False])
def test_that_more_time_is_needed_is_known_of_the_call_then_and_of_the_page_no_more(
    session, page, dialed_in, fresh, more_time
):
    page_id, phone = page(more_time=more_time), dialed_in()
    assert waiting_page(session, page_id).more_time is more_time
    assert joins(phone)
    assert (fresh(phone.call_id).more_time, waiting_page(session, page_id).more_time) == (more_time, False)


@pytest.fixture
def tries(dialed_in):
    """Somebody keys so many wrong codes."""

    def tries(how_many, **who):
        phone = dialed_in(**who)
        for turn in range(1, how_many + 1):
            joins(phone, f"9{turn:03d}", turn)

    return tries


@pytest.mark.parametrize(
    ("caller", "other", "limit"),
    [(CALLER, "+14135550143", TRIES_OF_A_NUMBER), (None, CALLER, TRIES_OF_ALL_WITHOUT)],
    ids=["a number", "all without a number"],
)
def test_whoever_tried_many_codes_within_an_hour_does_not_find_the_right_one(
    page, dialed_in, tries, caller, other, limit
):
    page(now=NOW + timedelta(minutes=45))
    tries(limit.at_most, caller=caller)
    assert not joins(dialed_in(caller, NOW + timedelta(minutes=59)))
    assert joins(dialed_in(other, NOW + timedelta(minutes=59)))


def test_an_hour_later_they_may_try_again(page, dialed_in, tries):
    page(now=NOW + timedelta(minutes=45))
    tries(TRIES_OF_A_NUMBER.at_most + 1)
    assert joins(dialed_in(now=NOW + timedelta(minutes=61)))


def test_in_a_rehearsal_nobodys_tries_are_counted(session, page, dialed_in, tries):
    page()
    tries(TRIES_OF_A_NUMBER.at_most, rehearsal=True)
    assert joins(dialed_in(rehearsal=True))
    assert session.scalar(select(func.count()).select_from(RateLimit)) == 0


def test_the_last_try_is_not_let_through_twice_at_once(session, own, page, dialed_in, tries):
    page()
    tries(TRIES_OF_A_NUMBER.at_most - 1)
    phone, engine = dialed_in(), db.engine
    with ThreadPoolExecutor(1) as threads:
        with unit(session):
            assert admit(session, own.vault, TRIES_OF_A_NUMBER, CALLER, now=NOW)
            keyed = threads.submit(joins_apart, phone, engine)
            wait_until_they_wait(engine, 1)
        assert not keyed.result()


def joins_apart(phone, engine):
    """They key the code while somebody else is counted."""
    with Session(engine) as own:
        return joins(replace(phone, session=own))
