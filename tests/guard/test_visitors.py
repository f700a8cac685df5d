"""One visitor for all addresses that are theirs, and two for those of two."""

import pytest

from app.guard.visitors import visitor_at


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
