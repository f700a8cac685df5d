"""Numbers: looked for, bought, set up and given back."""

import pytest
from twilio.base.exceptions import TwilioException, TwilioRestException

from app.telephony.local_network import Faults, Refusal

FREE, WITHOUT_VOICE = "+14135550110", "+14135550119"


@pytest.fixture
def buy(client):
    """Buy a number; returns it, or the code of the refusal."""

    def buy(**what):
        try:
            return client.incoming_phone_numbers.create(**what).phone_number
        except TwilioRestException as refused:
            return refused.code

    return buy


@pytest.fixture
def for_sale(client):
    return lambda **wishes: [one.phone_number for one in client.available_phone_numbers("US").local.list(**wishes)]


def test_the_numbers_of_an_area_code_come_with_their_powers(client):
    found = client.available_phone_numbers("US").local.list(area_code=413)
    assert (len(found), found[0].phone_number, found[0].locality, found[0].region) == (90, FREE, "Springfield", "MA")
    assert [one.capabilities["voice"] for one in found[:10]] == [True] * 9 + [False]


def test_numbers_are_found_by_what_they_can_and_contain(for_sale):
    assert WITHOUT_VOICE not in for_sale(area_code=413, voice_enabled=True)
    assert for_sale(area_code=413, contains="5550119") == [WITHOUT_VOICE]
    assert len(for_sale(contains="*1355501")) == 90
    assert len(for_sale()) == 270


def test_nothing_is_for_sale_where_the_area_code_is_sold_out_or_not_ours(network, for_sale):
    network.account.stock.sold_out.add("413")
    assert (for_sale(area_code=413), for_sale(area_code=876)) == ([], [])


def test_places_that_are_none_are_refused(client):
    with pytest.raises(TwilioException, match="21451"):
        client.available_phone_numbers("US").local.list(area_code=41)
    with pytest.raises(TwilioRestException) as error:
        client.available_phone_numbers("LV").fetch()
    assert error.value.code == 20404
    assert client.available_phone_numbers("US").fetch().country == "United States"


def test_a_bought_number_is_owned_and_paid_for_and_not_for_sale(network, buy, for_sale, client):
    assert buy(phone_number=FREE) == FREE
    assert FREE not in for_sale(area_code=413)
    assert (client.balance.fetch().balance, buy(phone_number=FREE)) == ("98.85", 21422)


def test_any_number_of_an_area_code_can_be_bought(network, buy):
    assert buy(area_code="413") == FREE
    network.account.stock.sold_out.add("617")
    assert (buy(area_code="617"), buy()) == (21452, 21421)


def test_somebody_else_may_be_faster(network, buy, for_sale):
    network.account.stock.somebody_is_faster = 1
    assert (buy(phone_number=FREE), FREE in for_sale(area_code=413)) == (21422, False)
    assert buy(phone_number="+14135550111") == "+14135550111"


def test_a_number_without_voice_stays_without(client, buy):
    buy(phone_number=WITHOUT_VOICE)
    assert client.incoming_phone_numbers.list(phone_number=WITHOUT_VOICE)[0].capabilities["voice"] is False


def test_a_trial_account_has_one_number_at_most(network, buy):
    network.account.is_fresh()
    assert (buy(phone_number=FREE), buy(area_code="413")) == (FREE, 21404)


def test_whoever_cannot_pay_is_suspended_and_then_buys_nothing(network, buy, client):
    network.account.pays(network.account.balance)
    buy(phone_number=FREE)
    assert (client.api.accounts(client.account_sid).fetch().status, buy(area_code="413")) == ("suspended", 10001)


def test_the_answer_of_a_purchase_can_be_lost(network, buy, client):
    network.suffer(Faults(refuse=Refusal(500, placed=True, at="IncomingPhoneNumbers")))
    assert buy(phone_number=FREE) == 20500
    assert [one.phone_number for one in client.incoming_phone_numbers.list(phone_number=FREE)] == [FREE]


@pytest.mark.parametrize(
    ("at", "ask"),
    [
        ("Accounts.json", lambda client: client.api.accounts(client.account_sid).fetch()),
        ("AvailablePhoneNumbers", lambda client: client.available_phone_numbers("US").local.list(area_code=413)),
        ("CustomerProfiles", lambda client: client.trusthub.v1.customer_profiles.list()),
    ],
)
def test_each_step_can_go_wrong_once(network, client, at, ask):
    network.suffer(Faults(refuse=Refusal(503, at=at, method="GET")))
    assert client.balance.fetch().currency == "USD"
    with pytest.raises(TwilioException, match="try again"):  # of a list that fails the client tells no code
        ask(client)
    assert ask(client) is not None


def test_an_account_can_own_very_many_numbers(network, client):
    network.account.owns(200)
    listed = client.incoming_phone_numbers.list(page_size=50)
    assert len({one.phone_number for one in listed}) == 200


def test_an_application_or_a_trunk_is_set_and_cleared(client):
    number = client.incoming_phone_numbers.list()[0]
    assert number.update(trunk_sid="TK" + "1" * 32, voice_application_sid="AP" + "1" * 32).trunk_sid == "TK" + "1" * 32
    cleared = number.update(trunk_sid="", voice_application_sid="", voice_url="https://example.org/voice")
    assert (cleared.trunk_sid, cleared.voice_application_sid) == (None, None)


@pytest.mark.parametrize(
    ("change", "code"), [({"trunk_sid": "mine"}, 20001), ({"voice_url": "ftp://example.org"}, 21402)]
)
def test_a_setup_that_cannot_be_is_refused(client, change, code):
    with pytest.raises(TwilioRestException) as error:
        client.incoming_phone_numbers.list()[0].update(**change)
    assert error.value.code == code


def test_a_number_can_be_given_back(client):
    assert client.incoming_phone_numbers.list()[0].delete()
    assert client.incoming_phone_numbers.list() == []
