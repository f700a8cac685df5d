"""A legal hold of the small world, calls that it keeps, and the job that forgets, by keys of each test's own."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.calls.life.notes import sealed_note
from app.calls.life.status import move_call
from app.clock import eastern_day, utc_now
from app.extensions import given
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeysFolder
from app.jobs.forgetting import end_holds
from app.privacy.forget.job import Forgetting, forget
from app.privacy.holding.change import Wanted, begin_hold, end_hold, standing_hold, tell_beside_keys
from app.store.unit import unit
from models import (
    CallStatus,
    CarrierEvent,
    EventSource,
    Feedback,
    ReportedOutcome,
    ReportSource,
)
from tests.world.calls import a_call
from tests.world.campaign.campaigns import safe_communities
from tests.world.one_unit import kept

NUMBER, OTHER = "+16175550123", "+16175550124"
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)
BY = "ana@example.org"


@pytest.fixture
def own(app, tmp_path):
    """Keys of this test's own."""
    own = given()
    own.vault.days, before = DayKeys(KeysFolder(tmp_path, [b"w" * 32]), own.clock), own.vault.days
    yield own
    own.vault.days = before


@pytest.fixture
def forgets(session, own):
    """Let the job run so long after now."""

    @contextmanager
    def begin():
        with unit(session) as work:
            yield work

    def forgets(later):
        how = Forgetting(begin, own.vault, lambda: utc_now() + later, pause=lambda _: None)
        end_holds(how)
        done = forget(how)
        session.expire_all()
        return done

    return forgets


@pytest.fixture
def held(session, own, campaign):
    """A hold of the campaign, of 200 days."""
    wanted = Wanted("A subpoena of May 3.", eastern_day(utc_now()) + 200 * A_DAY, BY)
    kept(session, lambda work: begin_hold(work.session, own.vault.days.holds, campaign, wanted, utc_now()))
    kept(session, lambda work: tell_beside_keys(work.session, own.vault.days.holds))
    return standing_hold(session, campaign)


@pytest.fixture
def over(session, own, campaign):
    """A call that is over, with a note, and what the carrier told."""
    return finished(session, own, campaign)


@pytest.fixture
def another_campaign(session):
    """One that nobody asks for in law."""
    other = safe_communities()
    other.slug, other.serves_hotline = "another", False
    session.add(other)
    session.commit()
    return other


def finished(session, own, campaign, phone=NUMBER):
    call = a_call(session, own, campaign, phone=phone)
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.PAGE)
    note = sealed_note(own.vault, "They were kind.", f"page {call.id}")
    told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "note_sealed": note}
    session.add(Feedback(called_office_id=call.offices[0].id, **told))
    session.add(CarrierEvent(call_id=call.id, kind="turn", key=call.id, name="script"))
    session.commit()
    return call


def ends(session, hold):
    kept(session, lambda work: end_hold(work.session, hold.id, utc_now(), BY))
    session.expire_all()


def note_of(session):
    return session.scalars(select(Feedback.note_sealed)).one()
