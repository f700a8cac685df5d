"""Prices, permissions and customer profiles, asked for with the official client."""

import json

import pytest
from twilio.base.exceptions import TwilioRestException

PRIMARY = "RN6433641899984f951173ef1738c3bdd0"


@pytest.fixture
def countries(client):
    return client.voice.v1.dialing_permissions.countries


@pytest.fixture
def profiles(client):
    return client.trusthub.v1.customer_profiles


def test_a_number_and_a_minute_have_their_prices(client):
    numbers = client.pricing.v1.phone_numbers.countries("US").fetch().phone_number_prices
    calls = client.pricing.v2.voice.countries("PR").fetch()
    assert {one["number_type"]: one["current_price"] for one in numbers} == {"local": 1.15, "toll free": 2.15}
    assert calls.outbound_prefix_prices[0]["current_price"] == 0.014
    assert client.pricing.v2.voice.numbers("+16175550123").fetch().iso_country == "US"


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.pricing.v1.phone_numbers.countries("LV").fetch(),
        lambda client: client.pricing.v2.voice.numbers("617").fetch(),
        lambda client: client.voice.v1.dialing_permissions.countries("XX").fetch(),
        lambda client: client.trusthub.v1.customer_profiles("BU" + "1" * 32).fetch(),
    ],
)
def test_what_is_not_there_is_not_found(client, ask):
    with pytest.raises(TwilioRestException) as error:
        ask(client)
    assert error.value.code == 20404


def test_the_countries_that_may_be_called_are_found(countries):
    allowed = [one.iso_code for one in countries.list(low_risk_numbers_enabled=True, page_size=4)]
    assert allowed == ["AS", "GU", "MP", "PR", "US", "VI"]


def test_many_countries_are_changed_at_once(client, countries):
    wanted = [
        {"iso_code": "US", "low_risk_numbers_enabled": "false"},
        {"iso_code": "JM", "low_risk_numbers_enabled": "true", "high_risk_tollfraud_numbers_enabled": "true"},
    ]
    updates = client.voice.v1.dialing_permissions.bulk_country_updates
    assert updates.create(update_request=json.dumps(wanted)).update_count == 2
    assert countries("US").fetch().low_risk_numbers_enabled is False
    assert countries("JM").fetch().high_risk_tollfraud_numbers_enabled is True
    assert countries("JM").fetch().high_risk_special_numbers_enabled is False


@pytest.mark.parametrize("text", ["nonsense", "[1]", '[{"iso_code": "XX"}]', "{}x"])
def test_a_change_that_cannot_be_read_changes_nothing(client, text):
    with pytest.raises(TwilioRestException) as error:
        client.voice.v1.dialing_permissions.bulk_country_updates.create(update_request=text)
    assert error.value.code == 20001


def test_a_profile_is_drafted_submitted_and_removed(profiles, network):
    network.account.has_no_profile()
    new = profiles.create(friendly_name="Neighbors", email="organizer@example.org", policy_sid=PRIMARY)
    assert (new.status, new.update(status="pending-review").status) == ("draft", "pending-review")
    assert [one.sid for one in profiles.list(status="pending-review", policy_sid=PRIMARY)] == [new.sid]
    assert new.update(email="other@example.org").status == "pending-review"
    assert new.delete()
    assert profiles.list() == []


def test_nobody_approves_their_own_profile(profiles, network):
    with pytest.raises(TwilioRestException) as error:
        profiles(network.account.profiles.primary.sid).update(status="twilio-approved")
    assert error.value.code == 20001


def test_a_profile_needs_a_name_an_address_and_a_policy(profiles):
    with pytest.raises(TwilioRestException) as error:
        profiles.create(friendly_name="", email="organizer@example.org", policy_sid=PRIMARY)
    assert error.value.code == 20001


def test_a_long_list_of_profiles_comes_in_pages(profiles):
    for number in range(3):
        profiles.create(friendly_name=f"Group {number}", email="organizer@example.org", policy_sid="RN" + "1" * 32)
    page = profiles.page(page_size=2)
    assert (len(list(page)), page.next_page_url.partition("?")[2]) == (2, "PageSize=2&Page=1")
    assert len(profiles.list(page_size=2)) == 4
