"""What the carrier told of the account is said in a sentence each, with what to do."""

import pytest

from app.carrier_setup.looked import Looked
from app.readiness.carrier import carrier_checks
from app.readiness.server import address_checks, proxy_checks


@pytest.fixture
def told(settings):
    """The sentences of a look."""

    def told(**what):
        return " ".join(str(check) for check in carrier_checks(settings, Looked(standing="active", **what)))

    return told


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"refused": 20003}, "refuses the account (20003)"),
        ({"refused": 20008}, "test credentials"),
        ({"takes_key": False}, "does not take the API key"),
        ({"silent_at": "account"}, "cannot be reached"),
        ({"silent_at": "balance"}, "gave no answer within 10 seconds when asked for the balance"),
        ({"is_out_of_money": True, "balance": "$0.00"}, "no money left"),
        ({"is_low": True, "balance": "$3.10"}, "Only $3.10 are left"),
        ({"beyond_home": ("CA", "FR", "GB", "JM", "LV", "MX")}, "(CA, FR, GB, JM, LV and 1 more)"),
        ({"may_ring_home": False}, "may not ring the United States"),
    ],
)
def test_each_is_said(told, what, sentence):
    assert sentence in told(**what)


def test_nothing_is_said_of_what_is_right_or_unknown(told):
    assert told() == ""
    assert told(profile="approved", may_ring_home=True, balance="$50.00") == ""


def test_a_closed_account_is_told(settings):
    assert "closed for good" in " ".join(map(str, carrier_checks(settings, Looked(standing="closed"))))


def test_an_address_that_is_not_safe_or_does_not_lead_here_is_told(settings):
    outside = settings.model_copy(update={"twilio_api_base_url": "https://api.twilio.com"})
    assert "PUBLIC_BASE_URL is not https" in " ".join(map(str, address_checks(outside, Looked())))
    assert "does not arrive at this server" in " ".join(map(str, address_checks(settings, Looked(reached=False))))
    assert list(address_checks(settings, Looked(reached=True))) == []


@pytest.mark.parametrize(("address", "trusted", "told"), [("https", 0, 1), ("https", 1, 0), ("http", 0, 0)])
def test_a_proxy_that_must_be_there_is_to_be_trusted(settings, address, trusted, told):
    here = settings.model_copy(update={"public_base_url": f"{address}://call.example.org", "trusted_proxies": trusted})
    assert ["as a rule 1" in str(check) for check in proxy_checks(here)] == [True] * told
