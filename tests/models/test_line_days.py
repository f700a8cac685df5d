"""How lines answered before it was counted by the day is counted when the table comes, as it is from then on."""

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import delete, select, text, update

from app.calls.life.reports import Report
from app.calls.queue.tally import tally_lines
from app.calls.run.feedback import report_outcome
from app.store.migrate import alembic_config
from models import Call, Feedback, Leg, LegStatus, LineDay, ReportedOutcome
from tests.world.calls import CHANGEABLE
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier, nobody_home


@pytest.fixture
def lines(session):
    """What is counted now."""

    def lines():
        days = select(LineDay.__table__).order_by(LineDay.e164, LineDay.day)
        return session.execute(days).all()

    return lines


@pytest.fixture
def calls(app, session, campaign):
    """Calls of every kind: one still goes on, one is a rehearsal, and of one the mailbox was full."""
    ids = []
    for story in (a_conversation, a_conversation, a_busy_office, nobody_home, a_busy_office, a_conversation):
        carrier = a_new_carrier(app, session, campaign)
        for happens in story(carrier):
            happens()
        ids.append(carrier.call_id)
    report_outcome(session, ids[0], 0, Report(ReportedOutcome.MAILBOX_FULL), CHANGEABLE)
    session.execute(update(Call).where(Call.id == ids[4]).values(rehearsal=True))
    of_office = (Leg.call_id == ids[5]) & Leg.called_office_id.is_not(None)
    session.execute(update(Leg).where(of_office).values(status=LegStatus.IN_PROGRESS))
    return ids


@pytest.fixture
def migrated(session):
    """Let the migration count what is there."""

    def migrated():
        session.execute(delete(LineDay))
        session.execute(update(Leg).values(tallied=True))
        session.execute(update(Feedback).values(tallied=False))
        migration = ScriptDirectory.from_config(alembic_config()).get_revision("0011").module
        for statement in (migration.TALLY, migration.TALLY_FULL, migration.STILL_TO_TALLY, migration.TALLIED_FULL):
            session.execute(text(statement))

    return migrated


def test_the_migration_counts_as_the_job_does(session, calls, lines, migrated):
    tally_lines(session)
    counted = lines()
    migrated()
    assert lines() == counted
    assert [(it.answered, it.busy, it.mailbox_full) for it in counted] == [(2, 1, 1)]


def test_what_the_migration_counted_is_not_counted_again(session, calls, lines, migrated):
    migrated()
    counted = lines()
    tally_lines(session)
    assert lines() == counted


def test_a_call_that_went_on_meanwhile_is_counted_when_it_ends(session, calls, lines, migrated):
    migrated()
    session.execute(update(Leg).where(Leg.call_id == calls[5]).values(status=LegStatus.COMPLETED))
    tally_lines(session)
    assert [it.answered for it in lines()] == [3]
