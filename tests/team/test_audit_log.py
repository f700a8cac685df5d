"""The audit log is read newest first, in pages, and forgotten after a year."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.team.audit import record
from app.team.audit_log import AuditFilter, Place, audit_page, every_event, forget_what_is_old
from models import AuditAct, AuditEvent

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
ANA, BO = "ana@example.org", "bo@example.org"


@pytest.fixture
def done(session):
    """Writes down what somebody did, so many minutes after noon."""

    def do(minutes=0, who=ANA, act=AuditAct.CAMPAIGN_CHANGED, **what):
        record(session, at=NOON + timedelta(minutes=minutes), who=who, act=act, subject=str(minutes), **what)
        session.commit()

    return do


def subjects(page):
    return [event.subject for event in page.events]


def test_the_newest_comes_first(session, done):
    for minutes in (1, 3, 2):
        done(minutes)
    assert subjects(audit_page(session, AuditFilter(), None)) == ["3", "2", "1"]


def test_pages_follow_each_other_also_within_a_moment(session, done):
    for _ in range(5):
        done(7)
    first = audit_page(session, AuditFilter(), None, 2)
    second = audit_page(session, AuditFilter(), first.older, 2)
    third = audit_page(session, AuditFilter(), second.older, 2)
    ids = [event.id for page in (first, second, third) for event in page.events]
    assert (ids, third.older) == (sorted(ids, reverse=True), None)
    assert len(set(ids)) == 5


FILTERS = [
    (AuditFilter(who=BO), ["2"]),
    (AuditFilter(act=AuditAct.SIGNED_IN), ["1"]),
    (AuditFilter(campaign_id=7), ["3"]),
    (AuditFilter(theirs=frozenset({7, 8})), ["4", "3"]),
    (AuditFilter(theirs=frozenset({7}), campaign_id=8), []),
    (AuditFilter(theirs=frozenset()), []),
    (AuditFilter(day=date(2026, 11, 28)), ["4", "3", "2", "1"]),
    (AuditFilter(day=date(2026, 11, 29)), []),
]


@pytest.mark.parametrize(("which", "expected"), FILTERS)
def test_what_is_asked_for_is_shown(session, done, which, expected):
    done(1, act=AuditAct.SIGNED_IN)
    done(2, who=BO)
    done(3, campaign_id=7)
    done(4, campaign_id=8)
    assert subjects(audit_page(session, which, None)) == expected


def test_a_day_is_one_of_massachusetts(session, done):
    done(-12 * 60 - 1)  # 11:59 PM of the day before
    done(12 * 60 - 1)  # 11:59 PM
    assert subjects(audit_page(session, AuditFilter(day=date(2026, 11, 28)), None)) == ["719"]


def test_all_of_it_comes_in_pages(session, done):
    for minutes in range(5):
        done(minutes)
    assert [len(events) for events in every_event(session, AuditFilter(), 2)] == [2, 2, 1]


def test_what_is_older_than_a_year_is_forgotten(session):
    now = datetime.now(UTC)
    for days in (0, 364, 367, 800):
        record(session, at=now - timedelta(days=days), who=ANA, act=AuditAct.SIGNED_IN)
    session.commit()
    forget_what_is_old(session)
    session.commit()
    assert session.scalar(select(func.count()).select_from(AuditEvent)) == 2


@pytest.mark.parametrize("which", [AuditFilter(who=ANA), AuditFilter(act=AuditAct.SIGNED_IN), AuditFilter()])
def test_a_page_is_one_statement(session, count_statements, which):
    audit_page(session, which, Place(NOON, 7))
    assert len(count_statements.statements) == 1
