"""One visitor for all addresses that are theirs, and two for those of two."""

from datetime import UTC, datetime

import pytest

from app.guard.visitors import this_visitor, visitor_at

DAY_IN_BOSTON = ((23, 6), (24, 4), (24, 6))


@pytest.mark.parametrize("address", ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"])
def test_all_addresses_of_a_household_are_one_visitor(address):
    assert visitor_at(address) == visitor_at("2001:db8:1:2::")


@pytest.mark.parametrize(("one", "other"), [("2001:db8:1:2::1", "2001:db8:1:3::1"), ("203.0.113.1", "203.0.113.2")])
def test_neighbors_are_two(one, other):
    assert visitor_at(one) != visitor_at(other)


def test_an_old_address_written_in_the_new_way_is_the_old_one():
    assert visitor_at("::ffff:203.0.113.1") == visitor_at("203.0.113.1") == "203.0.113.1"


@pytest.mark.parametrize("nothing", ["", "unknown", "203.0.113", "<script>"])
def test_whatever_is_no_address_is_one_visitor(nothing):
    assert visitor_at(nothing) == ""


def test_tomorrow_a_visitor_is_another_one(app):
    with app.test_request_context(environ_base={"REMOTE_ADDR": "203.0.113.7"}):
        today, late, tomorrow = (this_visitor(datetime(2026, 11, day, hour, tzinfo=UTC)) for day, hour in DAY_IN_BOSTON)
    assert today == late != tomorrow
