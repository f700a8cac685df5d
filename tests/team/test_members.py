"""The people of the team, as admins see them."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from app.store.db import db
from app.team.people.members import member, member_named, members
from models import Organizer, OrganizerPasskey, OrganizerSession, TeamRole

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def test_admins_come_first(session, joins):
    for name, role in (("ana", TeamRole.VIEWER), ("bo", TeamRole.ADMIN), ("cy", TeamRole.ORGANIZER)):
        joins(name, role)
    assert [one.email[:2] for one in members(session)] == ["bo", "cy", "an"]


def test_they_were_last_seen_where_they_are_signed_in(session, joins):
    ana = joins("ana")
    for number in range(2):
        seen = {"began_at": NOW, "seen_at": NOW + timedelta(hours=number)}
        session.add(OrganizerSession(key_hash=bytes([number]), organizer_id=ana, device="a browser", **seen))
    session.flush()
    assert member(session, ana).seen_at == NOW + timedelta(hours=1)


def test_who_never_signed_in_was_never_seen(session, joins):
    assert member(session, joins("ana")).seen_at is None


def test_a_password_alone_is_no_second_factor(session, joins):
    assert not member(session, joins("ana")).has_second_factor


def test_an_authenticator_is_a_second_factor(session, joins):
    ana = joins("ana")
    session.execute(update(Organizer).values(tf_primary_method="authenticator"))
    assert member(session, ana).has_second_factor


def test_a_passkey_is_a_second_factor(session, joins):
    ana = joins("ana")
    what = {"credential_id": b"1", "public_key": b"1", "name": "laptop", "usage": "secondary", "sign_count": 0}
    session.add(OrganizerPasskey(user_id=ana, lastuse_datetime=NOW, backup_state=False, device_type="single", **what))
    session.flush()
    assert member(session, ana).has_second_factor


@pytest.mark.parametrize("address", ["ana@example.org", "nobody@example.org"])
def test_they_are_found_by_their_address(session, joins, address):
    ana = joins("ana")
    found = member_named(session, address)
    assert (found and found.id) == (ana if address == "ana@example.org" else None)


def test_one_statement_tells_all(session, joins, count_statements):
    joins("ana")
    joins("bo")
    session.rollback()
    count_statements.reset()
    members(db.session)
    assert len(count_statements.statements) == 1
