"""A database knows its do-not-call key: by another nobody is rung, and no new one is made in its place."""

import pytest
from sqlalchemy import delete, select

from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.holds.by_key import hold_without_key, key_fits, look_at_key, take_new_key
from app.limits.holds.standing import why_held
from models import Campaign, DoNotCall, KeyCheck, WhyHeld
from tests.world.one_unit import kept
from tests.world.time.clocks import local

NOON = local("2026-11-04 12:00")
PHONE = "+16175550123"


@pytest.fixture
def own(app):
    """What the app was given."""
    return app.extensions["ringdown"]


@pytest.fixture
def looks(session, own):
    """A program starts with this do-not-call key; whether campaigns are held back then, and why."""
    session.execute(delete(KeyCheck))
    session.commit()

    def looks(key, look=look_at_key):
        vault = PhoneVault([b"e" * 32], b"h" * 32, own.vault.days, apart={DO_NOT_CALL: key})
        kept(session, lambda work: look(work.session, vault, NOON))
        return session.scalar(select(why_held(Campaign.id)))

    return looks


@pytest.mark.usefixtures("campaign")
def test_the_first_key_is_the_databases(looks):
    assert [looks(b"1" * 32), looks(b"1" * 32)] == [None, None]


@pytest.mark.usefixtures("campaign")
def test_by_another_nobody_is_rung_until_it_is_back(looks):
    looks(b"1" * 32)
    assert [looks(b"2" * 32), looks(b"2" * 32), looks(b"1" * 32)] == [WhyHeld.WITHOUT_KEY, WhyHeld.WITHOUT_KEY, None]


@pytest.mark.usefixtures("campaign")
def test_what_looks_every_minute_lets_nothing_go_on_that_another_program_held_back(looks):
    looks(b"1" * 32)
    looks(b"2" * 32)
    assert looks(b"1" * 32, hold_without_key) is WhyHeld.WITHOUT_KEY


def test_whoever_lost_it_begins_anew_and_is_told_what_that_costs(session, own, campaign, looks):
    looks(b"1" * 32)
    session.add(DoNotCall(phone_hash=b"of before", how="keypad"))
    session.commit()
    assert kept(session, lambda work: take_new_key(work.session, own.vault)) == 1
    assert key_fits(session, own.vault)
    assert session.scalars(select(DoNotCall)).all() == []


def test_numbers_are_found_by_it_and_others_by_theirs(own):
    days = own.vault.days
    one, other = (PhoneVault([b"e" * 32], b"h" * 32, days, apart={DO_NOT_CALL: key * 32}) for key in (b"1", b"2"))
    assert one.fingerprint(PHONE, purpose=DO_NOT_CALL) != other.fingerprint(PHONE, purpose=DO_NOT_CALL)
    assert one.fingerprint(PHONE, purpose="call.phone") == other.fingerprint(PHONE, purpose="call.phone")
