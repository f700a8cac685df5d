"""Every resource of the network is answered exactly as the vendor describes it."""

import pytest
import requests

from tests.world.carrier.schemas import SCHEMAS, Description
from tests.world.patience import PATIENCE

pytestmark = pytest.mark.skipif(not SCHEMAS.exists(), reason="the vendor's schemas are not beside this repository")
API, ACCOUNT = "api_v2010.json", "/2010-04-01/Accounts/{AccountSid}"
LOCAL = f"{ACCOUNT}/AvailablePhoneNumbers/{{CountryCode}}"
CALL = {"To": "+16175550123", "From": "+16175550100", "Url": "https://example.org/voice"}
PROFILE = {"FriendlyName": "Neighbors", "Email": "organizer@example.org", "PolicySid": "RN" + "1" * 32}


@pytest.fixture
def faults(network):
    """Ask for something, and compare the answer with the vendor's description of it."""
    owned, profile = network.plant.numbers.all()[0], network.account.profiles.primary
    network.account.verifies("+16175550123")
    network.phone("+16175550190").dials(owned.phone_number)
    network.wait_until_idle(PATIENCE)
    failed = network.notices()[0].call_sid
    known = {
        "Sid": profile.sid,
        "AccountSid": network.account.credentials.sid,
        "CallSid": failed,
        "CountryCode": "US",
        "IsoCountry": "US",
        "IsoCode": "US",
        "DestinationNumber": "+16175550123",
    }

    def ask(file, method, path, form):
        sids = known | ({"Sid": owned.sid} if "IncomingPhoneNumbers" in path else {})
        sids |= {"Sid": network.account.credentials.sid} if path.endswith("Accounts/{Sid}.json") else {}
        auth = (network.account.credentials.sid, network.account.credentials.auth_token)
        url = network.url + path.format(**sids)
        answer = requests.request(method, url, auth=auth, data=form, timeout=PATIENCE)
        return Description(file).faults(method, path, answer.status_code, answer.json())

    return ask


@pytest.mark.parametrize(
    ("file", "method", "path", "form"),
    [
        (API, "get", "/2010-04-01/Accounts/{Sid}.json", {}),
        (API, "get", f"{ACCOUNT}/Balance.json", {}),
        (API, "get", f"{ACCOUNT}/IncomingPhoneNumbers.json", {}),
        (API, "get", f"{ACCOUNT}/IncomingPhoneNumbers/{{Sid}}.json", {}),
        (API, "post", f"{ACCOUNT}/IncomingPhoneNumbers/{{Sid}}.json", {"TrunkSid": "TK" + "1" * 32}),
        (API, "post", f"{ACCOUNT}/IncomingPhoneNumbers.json", {"AreaCode": "413"}),
        (API, "get", f"{LOCAL}.json", {}),
        (API, "get", f"{LOCAL}/Local.json", {}),
        (API, "get", f"{ACCOUNT}/OutgoingCallerIds.json", {}),
        (API, "post", f"{ACCOUNT}/OutgoingCallerIds.json", {"PhoneNumber": "+16175550124"}),
        (API, "post", f"{ACCOUNT}/Calls.json", CALL),
        (API, "get", f"{ACCOUNT}/Calls.json", {}),
        (API, "get", f"{ACCOUNT}/Notifications.json", {}),
        (API, "get", f"{ACCOUNT}/Calls/{{CallSid}}/Notifications.json", {}),
        ("monitor_v1.json", "get", "/v1/Alerts", {}),
        ("pricing_v1.json", "get", "/v1/PhoneNumbers/Countries/{IsoCountry}", {}),
        ("pricing_v2.json", "get", "/v2/Voice/Countries/{IsoCountry}", {}),
        ("pricing_v2.json", "get", "/v2/Voice/Numbers/{DestinationNumber}", {}),
        ("voice_v1.json", "get", "/v1/DialingPermissions/Countries", {}),
        ("voice_v1.json", "get", "/v1/DialingPermissions/Countries/{IsoCode}", {}),
        ("voice_v1.json", "post", "/v1/DialingPermissions/BulkCountryUpdates", {"UpdateRequest": "[]"}),
        ("trusthub_v1.json", "get", "/v1/CustomerProfiles", {}),
        ("trusthub_v1.json", "post", "/v1/CustomerProfiles", PROFILE),
        ("trusthub_v1.json", "get", "/v1/CustomerProfiles/{Sid}", {}),
        ("trusthub_v1.json", "post", "/v1/CustomerProfiles/{Sid}", {"FriendlyName": "Neighbors of Holyoke"}),
    ],
)
def test_what_is_answered_fits_the_vendors_description(faults, file, method, path, form):
    assert faults(file, method, path, form) == []


def test_an_answer_that_does_not_fit_is_found():
    answer = {"account_sid": "nobody", "balance": 1.0, "colour": "red"}
    found = Description(API).faults("get", f"{ACCOUNT}/Balance.json", 200, answer)
    assert sorted(found) == [
        ".account_sid is 'nobody'",
        ".balance is 1.0",
        ".colour is not described",
        ".currency is missing",
    ]
