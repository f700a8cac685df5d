"""The doctor says where the do-not-call key is not this database's, and nothing where it is, or none was used yet."""

import pytest
from sqlalchemy import delete

from app.limits.holds.by_key import key_fits
from app.readiness.server import never_called_checks
from models import KeyCheck


@pytest.fixture
def found(session, settings):
    """What the doctor finds, by the sentence."""
    session.execute(delete(KeyCheck))
    return lambda: [str(check) for check in never_called_checks(session, settings)]


def test_before_any_key_was_used_and_with_the_right_one_all_is_well(session, app, found):
    before = found()
    key_fits(session, app.extensions["ringdown"].vault)
    assert (before, found()) == ([], [])


def test_another_key_is_told_with_its_cure(session, found):
    session.add(KeyCheck(name="do-not-call", digest=b"of another"))
    session.flush()
    (told,) = found()
    assert "nobody is rung" in told
    assert "PHONE_HASH_KEY" in told
