"""Who did what is written once: what differs, never a secret, and nobody takes it back within a year."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from app.team.audit import SecretError, record
from models import AuditAct, AuditEvent

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


@pytest.fixture
def written(session):
    """Writes something down, and gives back how it stands there."""

    def write(**what):
        usual = {"at": NOON, "who": "ana@example.org", "act": AuditAct.CAMPAIGN_CHANGED}
        record(session, **usual | what)
        session.commit()
        return session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()

    return write


def test_what_was_done_is_written_down(written):
    event = written(subject="Safe Communities", campaign_id=7, whence="203.0.113.x, Firefox on Windows")
    assert (event.at, event.who, event.act) == (NOON, "ana@example.org", AuditAct.CAMPAIGN_CHANGED)
    assert (event.subject, event.campaign_id, event.whence) == (
        "Safe Communities",
        7,
        "203.0.113.x, Firefox on Windows",
    )


def test_only_what_differs_is_kept(written):
    event = written(before={"state": "live", "pace": 2}, after={"state": "paused", "pace": 2})
    assert (event.before, event.after) == ({"state": "live"}, {"state": "paused"})


def test_nothing_is_kept_where_nothing_was_said(written, session):
    written()
    empty = select(AuditEvent.id).where(AuditEvent.before.is_(None), AuditEvent.after.is_(None))
    assert session.scalars(empty.where(text("before IS NULL AND after IS NULL"))).one()


@pytest.mark.parametrize("name", ["password", "New password", "totp_secret", "token", "phone"])
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_secret_is_never_written_down(written, name, where):
    with pytest.raises(SecretError):
        written(**{where: {name: "hunter2"}})


def test_a_long_subject_is_cut(written):
    assert len(written(subject="x" * 400, who="y" * 400, whence="z" * 400).subject) == 255


CHANGES = {
    "changed": update(AuditEvent).values(who="somebody else"),
    "deleted": delete(AuditEvent),
    "emptied": text("TRUNCATE audit_event"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_written_is_never(written, session, change):
    written(at=datetime.now(UTC) - timedelta(days=364))
    with pytest.raises(DBAPIError, match="written once"):
        session.execute(change)


def test_what_is_older_than_a_year_may_go(written, session):
    written(at=datetime.now(UTC) - timedelta(days=367))
    session.execute(delete(AuditEvent))
    assert session.scalar(select(AuditEvent)) is None
