"""A page shows a code that no other page of the campaign shows, for half an hour."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from app.calls.begin.code import (
    CODES,
    GOOD_FOR,
    NoCodeFreeError,
    forget_more_time,
    wait_for_call,
    wait_under_code,
    waiting_page,
)
from app.representatives import ResolutionKind, resolve
from app.store.db import db
from models import DialIn
from tests.world.calls import office_of
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
ALL = [f"{n:04d}" for n in range(CODES)]


@pytest.fixture
def page(session, campaign):
    """A page that waits under this code."""

    def page(code="0042", now=NOW, **further):
        how = {"code": code, "town": "Holyoke", "language": "en", "now": now, **further}
        return kept(session, lambda work: wait_under_code(work.session, campaign, (office_of(session),), **how))

    return page


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


@pytest.mark.parametrize(("later", "is_known"), [(GOOD_FOR, False), (GOOD_FOR - A_SECOND, True)])
def test_of_a_page_whose_code_is_no_longer_good_it_is_forgotten(session, page, later, is_known):
    page_id = page(more_time=True)
    forget_more_time(session, NOW + later)
    assert waiting_page(session, page_id).more_time is is_known
