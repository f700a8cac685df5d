"""A key lets a browser in for as long as its row says, and no longer."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.store.db import db
from app.store.unit import light_unit
from app.team.create import create_organizer
from app.team.sessions import (
    IDLE_AT_MOST,
    REMEMBERED_FOR,
    begin_session,
    end_session,
    end_sessions,
    find_session,
    forget_ended_sessions,
    hash_of,
    note_seen,
    open_sessions,
)
from models import Organizer, OrganizerSession, TeamRole

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


@pytest.fixture
def ana(session):
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.VIEWER)
    return session.scalars(select(Organizer)).one()


@pytest.fixture
def begins(session, ana):
    """Lets a browser of hers in; returns its key."""

    def begin(*, remembered=False, now=NOON, device="Firefox on Windows"):
        key = begin_session(session, ana.id, device=device, remembered=remembered, now=now)
        session.commit()
        return key

    return begin


def test_a_key_says_who_is_signed_in(session, ana, begins):
    organizer, here = find_session(session, begins(), NOON)
    assert (organizer.email, here.remembered) == ("ana@example.org", False)


def test_of_a_key_only_the_hash_is_kept(session, begins):
    key = begins()
    assert session.scalars(select(OrganizerSession.key_hash)).all() == [hash_of(key)]
    assert key.encode() not in hash_of(key)


@pytest.mark.parametrize("key", ["", "x", "\ud800".encode("utf-8", "replace").decode()])
def test_another_key_lets_nobody_in(session, begins, key):
    begins()
    assert find_session(session, key, NOON) is None


@pytest.mark.parametrize(("remembered", "lasts"), [(False, IDLE_AT_MOST), (True, REMEMBERED_FOR)])
def test_it_lasts_until_it_was_idle_for_too_long(session, begins, remembered, lasts):
    key = begins(remembered=remembered)
    assert find_session(session, key, NOON + lasts - A_SECOND)
    assert find_session(session, key, NOON + lasts) is None


def test_whoever_uses_it_goes_on(session, begins):
    key, later = begins(), NOON + IDLE_AT_MOST - A_SECOND
    _, here = find_session(session, key, later)
    with light_unit(db.engine) as work:
        note_seen(work.connection, here, later)
    session.rollback()
    assert find_session(session, key, later + IDLE_AT_MOST - A_SECOND)


def test_whoever_is_inactive_is_out(session, ana, begins):
    key = begins()
    ana.active = False
    session.commit()
    assert find_session(session, key, NOON) is None


def test_whoever_is_removed_is_out(session, ana, begins):
    key = begins()
    session.delete(ana)
    session.commit()
    assert find_session(session, key, NOON) is None


def test_all_but_one_end(session, ana, begins):
    stays, goes = begins(), begins()
    assert end_sessions(session, ana.id, but=hash_of(stays)) == 1
    assert find_session(session, stays, NOON)
    assert find_session(session, goes, NOON) is None


def test_all_end(session, ana, begins):
    key = begins()
    end_sessions(session, ana.id)
    assert find_session(session, key, NOON) is None


def test_nobody_ends_anothers(session, ana, begins):
    key = begins()
    _, here = find_session(session, key, NOON)
    assert end_session(session, ana.id + 1, here.id) is None
    assert end_session(session, ana.id, here.id) == "Firefox on Windows"
    assert find_session(session, key, NOON) is None


def test_open_ones_are_listed_the_newest_first(session, ana, begins):
    begins(device="Safari on a Mac", now=NOON - IDLE_AT_MOST)
    begins(device="Firefox on Windows", now=NOON - A_SECOND)
    begins(device="Chrome on Android")
    assert [it.device for it in open_sessions(session, ana.id, NOON)] == ["Chrome on Android", "Firefox on Windows"]


def test_what_ended_is_forgotten(session, ana, begins):
    begins(now=NOON - IDLE_AT_MOST)
    begins(now=NOON - IDLE_AT_MOST, remembered=True)
    forget_ended_sessions(session, NOON)
    assert [it.remembered for it in session.scalars(select(OrganizerSession))] == [True]
