"""A call on an own phone is known from its report alone: nothing else is claimed of it, asked about it, or counted."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.calls.life.reports import Report
from app.calls.own_phone.report import Reporter, report_own_phone
from app.calls.own_phone.shown import Shown, sealed, unsealed
from app.calls.queue.tally import tally_lines
from app.calls.run.reconcile import reconcile_all
from app.extensions import given
from models import Call, LineDay, LineOutcome, ReportedOutcome
from tests.world.calls import CHANGEABLE, office_of

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
FULL = Report(ReportedOutcome.MAILBOX_FULL)


@pytest.fixture
def shown(app, session, campaign):
    """A page that showed one office."""
    return Shown(campaign, 1, "a nonce", NOW, "Holyoke", (office_of(session),))


@pytest.fixture
def call(session, shown):
    report_own_phone(session, shown, 0, FULL, Reporter("en", CHANGEABLE, rehearsal=False))
    session.commit()
    return session.scalars(select(Call)).one()


@pytest.mark.usefixtures("call")
def test_no_day_of_its_line_counts_it(session):
    tally_lines(session)
    assert session.scalars(select(LineDay)).all() == []


def test_no_carrier_is_asked_about_it(session, call):
    assert reconcile_all(session, call.ended_at + timedelta(minutes=10)) == 0


@pytest.mark.parametrize("claim", [{"line_outcome": LineOutcome.ANSWERED}, {"talk_seconds": 40}, {"phone_hash": b"x"}])
def test_the_database_refuses_whatever_else_is_claimed(session, call, claim):
    with pytest.raises(IntegrityError, match="own_phone_claims_nothing"):
        session.execute(update(Call).where(Call.id == call.id).values(claim))


def test_a_rehearsal_stays_one(session, shown):
    report_own_phone(session, shown, 0, FULL, Reporter("es", CHANGEABLE, rehearsal=True))
    call = session.scalars(select(Call)).one()
    assert (call.rehearsal, call.language) == (True, "es")


def test_what_was_sealed_is_read_again_and_looks_otherwise_every_time(shown):
    vault = given().vault
    assert unsealed(vault, sealed(vault, shown)) == shown
    assert sealed(vault, shown) != sealed(vault, shown)
