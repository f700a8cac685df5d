"""A page shows a code that no other page of the campaign shows: few a visitor, and a longer one where many wait."""

from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest
from sqlalchemy import func, insert, select, update

from app.calls.begin.code import (
    CANDIDATES,
    GOOD_FOR,
    MOST_OF_FOUR,
    Asking,
    by_chance,
    forget_whose,
    may_be_code,
    wait_for_call,
    wait_under_code,
    waiting_page,
)
from app.representatives import ResolutionKind, resolve
from app.store.db import db
from models import Call, CallSource, CallStatus, DialIn
from tests.world.calls import office_of
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
A_FEW = 3


@pytest.fixture
def page(session, campaign):
    """A page that waits under this code."""

    def page(code="0042", now=NOW, **further):
        how = {"code": code, "town": "Holyoke", "language": "en", "now": now, **further}
        return kept(session, lambda work: wait_under_code(work.session, campaign, (office_of(session),), **how))

    return page


@pytest.fixture
def out(session, campaign):
    """So many pages of others wait, under these codes."""

    def out(*taken):
        same = {"campaign_id": campaign, "good_until": NOW + GOOD_FOR, "town": "", "language": "en", "offices": []}
        session.execute(insert(DialIn), [same | {"code": code} for code in taken])
        session.commit()

    return out


@pytest.fixture
def asks(own, campaign):
    """A visitor asks for a code; A_FEW may wait at once."""

    def asks(session, who="ana", now=NOW, chance=None):
        asking = Asking(who, A_FEW, own.vault, *([lambda _end: next(chance)] if chance else []))
        offices = (office_of(session),)
        page_id = wait_for_call(session, campaign, offices, asking, town="Holyoke", language="en", now=now)
        return page_id and waiting_page(session, page_id).code

    return asks


def test_a_code_has_four_digits(session, asks):
    assert len(asks(session)) == 4


def test_where_many_pages_wait_it_has_five(session, asks, out):
    out(*(f"{3000 + nth}" for nth in range(MOST_OF_FOUR)))
    assert len(asks(session)) == 5


def test_a_visitor_has_a_few_and_then_none(session, asks):
    assert [bool(asks(session)) for _ in range(A_FEW + 1)] == [True] * A_FEW + [False]
    assert asks(session, "ben")


def test_what_nobody_used_for_half_an_hour_is_given_back(session, asks):
    for _ in range(A_FEW):
        asks(session)
    assert asks(session, now=NOW + GOOD_FOR - A_SECOND) is None
    assert asks(session, now=NOW + GOOD_FOR)


def test_what_was_keyed_is_given_back_at_once(session, campaign, asks):
    for _ in range(A_FEW):
        asks(session)
    call = Call(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, status=CallStatus.ANSWERED)
    session.add(call)
    session.flush()
    first = select(func.min(DialIn.id)).scalar_subquery()
    session.execute(update(DialIn).where(DialIn.id == first).values(call_id=call.id))
    assert asks(session)


def test_of_a_crowd_of_one_visitor_a_few_get_one(asks):
    assert sum(map(bool, at_once(db.engine, 9, lambda session, _: asks(session)))) == A_FEW


def test_two_pages_never_show_the_same_code(session, asks, out):
    out("3001", "3002")
    assert asks(session, chance=cycle([3001, 3002, 3003])) == "3003"


def test_where_chance_finds_none_that_is_free_there_is_none(session, asks, out):
    out("3001", "3002")
    assert asks(session, chance=cycle([3001, 3002])) is None


def is_a_zip_without_its_zero(code):
    return resolve(f"0{code}").kind is not ResolutionKind.OUTSIDE


def test_no_code_could_be_somebodys_zip_code():
    every = iter(range(10_000))
    offered = {code for _ in range(10_000 // CANDIDATES) for code in by_chance(4, lambda _end: next(every))}
    assert not [code for code in offered if is_a_zip_without_its_zero(code)]
    assert offered >= {"0999", "2800", "5499", "5600"}


@pytest.mark.parametrize(
    ("keys", "may_be"),
    [
        ("0042", True),
        ("12345", True),
        ("01040", False),
        ("123", False),
        ("123456", False),
        ("12a4", False),
        ("", False),
    ],
)
def test_a_zip_code_of_ours_is_no_code_of_five_digits(keys, may_be):
    assert may_be_code(keys) is may_be


@pytest.mark.parametrize(("later", "is_known"), [(GOOD_FOR, False), (GOOD_FOR - A_SECOND, True)])
def test_of_a_page_whose_code_is_no_longer_good_it_is_forgotten_whose_it_was(session, page, later, is_known):
    page_id = page(more_time=True, visitor=b"ana")
    forget_whose(session, NOW + later)
    assert waiting_page(session, page_id).more_time is is_known
    assert (session.scalars(select(DialIn.visitor_hash)).one() is not None) is is_known
