"""What was seen at the carrier stays known while it is silent."""

import pytest

from app.carrier_setup.looked import Looked, keep_looked, last_looked
from tests.conftest import ACCOUNT_SID


@pytest.fixture
def sees(session, app):
    """Keeps a look; gives what is known after it."""

    def sees(**what):
        keep_looked(session, Looked(**{"account_sid": ACCOUNT_SID, **what}), app.extensions["ringdown"].clock())
        return last_looked(session, what.get("account_sid", ACCOUNT_SID))[0]

    return sees


def test_a_trial_stays_one_while_the_carrier_is_silent(sees):
    sees(standing="active", is_trial=True, balance="$15.00")
    silent = sees(silent_at="account")
    assert (silent.lets_ring, silent.balance, silent.silent_at) == (False, "$15.00", "account")


def test_what_it_said_before_it_fell_silent_counts(sees):
    sees(standing="active", is_trial=True, profile="missing")
    assert not sees(standing="active", is_trial=False, silent_at="customer profile").lets_ring
    assert sees(standing="active", is_trial=False, profile="approved").lets_ring


def test_a_refusal_is_over_once_it_says_something_else(sees):
    sees(refused=20003)
    assert sees(standing="active", silent_at="balance").refused is None


def test_of_another_account_nothing_is_known(sees):
    sees(standing="active", is_trial=True)
    assert sees(account_sid="AC" + "2" * 32, silent_at="account").is_trial is False
