"""Whether the account, its profile and a number are right, as far as the carrier tells."""

import pytest

from app.telephony.account.good import account_is_good, owns, profile_is_good
from app.telephony.account.vendor import vendor_of
from tests.world.carrier.server import CarrierServer

ACTIVE, BALANCE = (200, {"status": "active", "type": "Full"}), (200, {"balance": "12.50", "currency": "USD"})
EMPTY = (200, {"balance": "-0.42", "currency": "USD"})
ACCOUNT = {
    "active, with money": ([ACTIVE, BALANCE], True),
    "active, and no word of money": ([ACTIVE, (404, {"code": 20404})], True),
    "suspended": ([(200, {"status": "suspended", "type": "Full"})], False),
    "without money": ([ACTIVE, EMPTY], False),
    "of another token": ([(401, {"code": 20003})], False),
    "of a carrier that tells of none": ([(404, "<html>")], None),
    "in trouble": ([(503, {})], None),
    "busy": ([(429, {})], None),
}
NUMBER = {"sid": "PN1", "phone_number": "+16175550100"}
META = {"meta": {"key": "results", "page_size": 50}}


@pytest.fixture
def carrier():
    with CarrierServer().running() as server:
        yield server


@pytest.fixture
def vendor(settings, carrier):
    return vendor_of(settings.model_copy(update={"twilio_api_base_url": carrier.url}))


@pytest.mark.parametrize(("answers", "is_good"), ACCOUNT.values(), ids=ACCOUNT)
def test_an_account(vendor, carrier, answers, is_good):
    for status, body in answers:
        carrier.answers(status, body)
    assert account_is_good(vendor) is is_good


def test_nobody_knows_of_a_carrier_that_is_not_there(settings):
    vendor = vendor_of(settings)
    assert (account_is_good(vendor), profile_is_good(vendor), owns(vendor, "+16175550100")) == (None, None, None)


@pytest.mark.parametrize(("status", "is_good"), [("twilio-approved", True), ("in-review", False)])
def test_a_profile(vendor, carrier, status, is_good):
    carrier.answers(200, {**META, "results": [{"sid": "BU1", "status": status}]})
    assert profile_is_good(vendor) is is_good


@pytest.mark.parametrize(
    ("bought", "verified", "is_ours"), [([NUMBER], [], True), ([], [NUMBER], True), ([], [], False)]
)
def test_a_number(vendor, carrier, bought, verified, is_ours):
    carrier.answers(200, {"incoming_phone_numbers": bought}).answers(200, {"outgoing_caller_ids": verified})
    assert owns(vendor, "+16175550100") is is_ours
