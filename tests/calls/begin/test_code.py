"""The code on a page joins it to the call that keys it: once, for half an hour, and nobody finds it by trying."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from app.calls.begin.code import (
    CODES,
    GOOD_FOR,
    TRIES_OF_A_NUMBER,
    TRIES_OF_ALL_WITHOUT,
    NoCodeFreeError,
    forget_more_time,
    join_by_code,
    may_try_code,
    wait_for_call,
    wait_under_code,
    waiting_page,
)
from app.representatives import ResolutionKind, resolve
from app.store.db import db
from app.store.unit import unit
from models import Call, CallSource, CallStatus, DialIn
from tests.world.calls import office_of
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
CALLER = "+14135550142"
ALL = [f"{n:04d}" for n in range(CODES)]


@pytest.fixture
def page(session, campaign):
    """A page that waits under this code."""

    def page(code="0042", now=NOW, **further):
        how = {"code": code, "town": "Holyoke", "language": "en", "now": now, **further}
        return kept(session, lambda work: wait_under_code(work.session, campaign, (office_of(session),), **how))

    return page


@pytest.fixture
def dialed_in(session, campaign):
    """A call to the hotline that has said nothing yet."""

    def dialed_in():
        call = Call(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, status=CallStatus.ANSWERED)
        session.add(call)
        session.commit()
        return call.id

    return dialed_in


@pytest.fixture
def keys(session, campaign, dialed_in):
    """A call keys a code."""

    def keys(code="0042", now=NOW, call=None):
        who = call or dialed_in()
        with unit(session):
            return join_by_code(session, who, campaign, code, now)

    return keys


def test_the_call_gets_the_pages_office_and_town_and_the_page_its_call(session, page, dialed_in, keys, fresh):
    page_id, call_id = page(), dialed_in()
    assert keys(call=call_id)
    call = fresh(call_id)
    assert (call.town, call.offices[0].office_holder.name) == ("Holyoke", "Pat Duffy")
    assert waiting_page(session, page_id).call_id == call_id


def test_a_code_is_good_for_half_an_hour_and_not_a_second_longer(page, keys):
    page()
    assert not keys(now=NOW + GOOD_FOR)
    assert keys(now=NOW + GOOD_FOR - A_SECOND)


def test_a_code_is_good_once(page, keys):
    page()
    assert [keys(), keys()] == [True, False]


def test_the_same_call_may_say_it_again(session, page, keys, dialed_in):
    page(), keys(call=(call := dialed_in()))
    assert keys(call=call)
    assert session.scalar(select(DialIn.call_id)) == call


def test_of_twenty_that_key_it_at_once_one_joins(session, campaign, page, dialed_in):
    page()
    calls = [dialed_in() for _ in range(20)]

    def join(own, nth):
        with unit(own):
            return join_by_code(own, calls[nth], campaign, "0042", NOW)

    came = at_once(db.engine, 20, join)
    assert came.count(True) == 1
    assert session.scalar(select(func.count()).where(Call.offices.any())) == 1


@pytest.mark.parametrize("code", ["0043", "42", "", "    ", "００４２", "' OR 1", "0042 "])
def test_nothing_else_is_the_code(page, keys, code):
    page()
    assert not keys(code=code)


def test_the_code_of_another_campaign_is_none(session, page, dialed_in, campaign):
    page()
    assert not join_by_code(session, dialed_in(), campaign + 1, "0042", NOW)


def test_a_call_that_has_an_office_keeps_it(session, page, keys, dialed_in, fresh):
    page("0001"), page("0002")
    call = dialed_in()
    keys("0001", call=call), keys("0002", call=call)
    assert len(fresh(call).offices) == 1


@pytest.fixture
def only_free(session, campaign):
    """Every code is taken but these."""

    def only_free(*codes):
        same = {
            "campaign_id": campaign,
            "good_until": NOW + GOOD_FOR,
            "town": "Holyoke",
            "language": "en",
            "offices": [],
        }
        session.execute(insert(DialIn), [same | {"code": code} for code in ALL if code not in codes])
        session.commit()

    return only_free


def new_page(session, campaign, now=NOW):
    page_id = wait_for_call(session, campaign, (office_of(session),), town="Holyoke", language="en", now=now)
    return waiting_page(session, page_id).code


def test_the_last_free_code_is_found(session, campaign, only_free):
    only_free("0815")
    assert new_page(session, campaign) == "0815"


def test_two_pages_at_once_never_show_the_same_code(campaign, only_free):
    only_free("0007", "4711", "9999")
    assert sorted(at_once(db.engine, 3, lambda session, _: new_page(session, campaign))) == ["0007", "4711", "9999"]


def test_when_every_code_is_taken_that_is_said(session, campaign, only_free):
    only_free()
    with pytest.raises(NoCodeFreeError):
        new_page(session, campaign)


def is_a_zip_without_its_zero(code):
    return resolve(f"0{code}").kind is not ResolutionKind.OUTSIDE


def test_no_code_could_be_somebodys_zip_code(session, campaign, only_free):
    only_free(*filter(is_a_zip_without_its_zero, ALL))
    with pytest.raises(NoCodeFreeError):
        new_page(session, campaign)


@pytest.mark.parametrize("code", ["0999", "2800", "5499", "5600"])
def test_what_is_no_zip_code_of_ours_may_be_one(session, campaign, only_free, code):
    assert not is_a_zip_without_its_zero(code)
    only_free(code)
    assert new_page(session, campaign) == code


def test_codes_that_are_over_or_used_are_free_again(session, campaign, only_free):
    only_free()
    assert new_page(session, campaign, now=NOW + GOOD_FOR)
    session.execute(update(DialIn).where(DialIn.code == "0099").values(call_id=None, good_until=NOW))
    assert new_page(session, campaign) == "0099"


@pytest.fixture
def tries(session, own, campaign):
    """Try so many codes within a moment; returns how many were let through."""

    def tries(how_many, caller=CALLER, now=NOW):
        return sum(may_try_code(session, own.vault, caller, campaign, now) for _ in range(how_many))

    return tries


def test_one_number_may_try_ten_codes_an_hour(tries):
    assert tries(30) == TRIES_OF_A_NUMBER.at_most
    assert tries(1, now=NOW + timedelta(minutes=59)) == 0
    assert tries(1, now=NOW + timedelta(minutes=61)) == 1


def test_whoever_withholds_their_number_does_not_escape_the_limit(tries):
    assert tries(100, caller=None) == TRIES_OF_ALL_WITHOUT.at_most
    assert tries(1) == 1


@pytest.mark.parametrize("more_time", [True, False])
def test_that_more_time_is_needed_is_known_of_the_call_then_and_of_the_page_no_more(
    session, page, dialed_in, keys, fresh, more_time
):
    page_id, call_id = page(more_time=more_time), dialed_in()
    assert waiting_page(session, page_id).more_time is more_time
    assert keys(call=call_id)
    assert (fresh(call_id).more_time, waiting_page(session, page_id).more_time) == (more_time, False)


@pytest.mark.parametrize(("later", "is_known"), [(GOOD_FOR, False), (GOOD_FOR - A_SECOND, True)])
def test_of_a_page_whose_code_is_no_longer_good_it_is_forgotten(session, page, later, is_known):
    page_id = page(more_time=True)
    forget_more_time(session, NOW + later)
    assert waiting_page(session, page_id).more_time is is_known
