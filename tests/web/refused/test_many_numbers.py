"""Whoever had many different numbers rung is led to the office's own number and to ours, and told nothing more."""

import pytest
from sqlalchemy import func, select

from models import Call
from tests.world.people.supporter import Supporter

STRANGERS = [f"413 555 01{nth:02d}" for nth in range(99)]


@pytest.fixture
def behind(another_app, campaign):
    """Ask to be rung at another number from each address, of which proxies say so much; two an hour are allowed."""

    def behind(trusted, *forwarded):
        own = another_app(trusted_proxies=trusted, visitor_numbers_per_hour=2)
        for phone, addresses in zip(STRANGERS, forwarded, strict=False):
            supporter = Supporter(own.test_client())
            supporter.client.environ_base["HTTP_X_FORWARDED_FOR"] = addresses
            supporter.asks_to_be_called(phone=phone)

    return behind


def rung(session):
    return session.scalar(select(func.count(Call.phone_hash.distinct())))


def test_the_sixth_number_is_not_rung(client, session, campaign):
    for phone in STRANGERS[:8]:
        answer = Supporter(client).asks_to_be_called(phone=phone)
    assert rung(session) == 5
    assert "/own/" in answer.location


def test_the_page_says_what_to_do_and_not_why(client, campaign):
    for phone in STRANGERS[:6]:
        answer = Supporter(client).asks_to_be_called(phone=phone)
    page = client.get(answer.location).text
    assert "We do not ring this number now. Please call on your own phone." in page
    assert 'data-line="0"' in page  # the office's number
    assert 'href="tel:+16175550100"' in page  # the campaign's hotline
    assert "Ring me instead" not in page


def test_a_campaign_whose_hotline_is_off_does_not_offer_it(client, session, campaign):
    for phone in STRANGERS[:6]:
        answer = Supporter(client).asks_to_be_called(phone=phone)
    session.connection().exec_driver_sql("UPDATE campaign SET serves_hotline = false, version = version + 1")
    session.commit()
    assert 'href="tel:+16175550100"' not in client.get(answer.location).text


def test_whoever_claims_other_addresses_is_one_visitor_all_the_same(session, behind):
    behind(0, "203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4")
    assert rung(session) == 2


def test_behind_a_trusted_proxy_two_visitors_are_two(session, behind):
    behind(1, *["203.0.113.1", "203.0.113.2"] * 3)
    assert rung(session) == 4


def test_what_a_visitor_tells_a_trusted_proxy_of_others_before_it_is_not_believed(session, behind):
    behind(1, "198.51.100.1, 203.0.113.7", "198.51.100.2, 203.0.113.7", "198.51.100.3, 203.0.113.7")
    assert rung(session) == 2


def test_behind_two_proxies_the_address_is_what_the_outer_one_saw(session, behind):
    behind(2, *["192.0.2.1, 203.0.113.1, 10.0.0.1", "192.0.2.1, 203.0.113.2, 10.0.0.1"] * 3)
    assert rung(session) == 4


def test_whoever_came_around_one_of_two_proxies_is_no_visitor_of_their_own(session, behind):
    behind(2, "203.0.113.1", "203.0.113.2", "203.0.113.3")
    assert rung(session) == 2


def test_one_household_is_one_visitor_however_many_addresses_it_has(session, behind):
    behind(1, "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::1", "2001:db8:1:3::1")
    assert rung(session) == 3
