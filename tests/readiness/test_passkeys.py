"""When the server's address changes, it is known whose passkeys end."""

from datetime import UTC, datetime

import pytest

from app.readiness.check import Weight
from app.readiness.passkeys import passkey_checks
from app.team.create import create_organizer
from models import Organizer, OrganizerPasskey, TeamRole

HERE = "https://call.example.org"


@pytest.fixture
def passkey(app, session):
    """Gives somebody a passkey that was made for a host."""

    def passkey(email: str, host: str, **more: str) -> None:
        create_organizer(session, email, "a long password", role=TeamRole.ADMIN)
        whose = session.query(Organizer).filter_by(email=email).one()
        for name, value in more.items():
            setattr(whose, name, value)
        known = {"public_key": b"", "backup_state": False, "device_type": "", "usage": "secondary", "name": host}
        made = OrganizerPasskey(
            user_id=whose.id, host=host, credential_id=f"{email}{host}".encode(), lastuse_datetime=_now(), **known
        )
        session.add(made)
        session.commit()

    return passkey


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def found(session) -> list[tuple[Weight, str]]:
    return [(check.weight, check.sentence) for check in passkey_checks(session, HERE)]


def test_passkeys_of_this_address_are_well(passkey, session):
    passkey("ana@example.org", "call.example.org")
    assert found(session) == []


def test_whoever_has_nothing_else_is_named_with_what_to_do(passkey, session):
    passkey("ana@example.org", "old.example.org")
    (check,) = passkey_checks(session, HERE)
    assert check.weight is Weight.WARNS
    assert check.sentence.endswith("cannot sign in: ana@example.org.")
    assert "flask team reset-second-factor" in check.cure


@pytest.mark.parametrize("also", [{"tf_totp_secret": "00"}, {}])
def test_whoever_has_something_else_is_only_told(passkey, session, also):
    passkey("ana@example.org", "old.example.org", **also)
    if not also:
        passkey("ana@example.org", "call.example.org")
    ((weight, sentence),) = found(session)
    assert weight is Weight.HINTS
    assert sentence.endswith("of ana@example.org.")


def test_of_many_the_first_are_named(passkey, session):
    for nth in range(7):
        passkey(f"o{nth}@example.org", "old.example.org")
    ((_, sentence),) = found(session)
    assert sentence.endswith("o3@example.org, o4@example.org and 2 more.")
