"""Which numbers we ring: ordinary ones of the United States, and nothing that only looks like one."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guard.phone_numbers import RINGABLE, PhoneNumberError, PhoneProblem, masked, national, parse_phone
from tests.world.examples import MANY

P = PhoneProblem
HOSTILE = {
    "": P.MISSING,
    "   ": P.MISSING,
    "\x00\u200b": P.MISSING,
    "911": P.EMERGENCY,
    "9-1-1": P.EMERGENCY,
    "112": P.EMERGENCY,
    "988": P.EMERGENCY,
    "211": P.EMERGENCY,
    "411": P.EMERGENCY,
    "611": P.EMERGENCY,
    "call me": P.UNREADABLE,
    "617-FLOWERS": P.UNREADABLE,
    "1-800-FLOWERS": P.UNREADABLE,
    "٦١٧٥٥٥٠١٢٣": P.UNREADABLE,
    "६१७५५५०१२३": P.UNREADABLE,
    "tel:+16175550123": P.UNREADABLE,
    "sip:617@example.org": P.UNREADABLE,
    "6175550123@example.org": P.UNREADABLE,
    "617 555 0123,,12": P.UNREADABLE,
    "<script>6175550123</script>": P.UNREADABLE,
    "617'555'0123": P.UNREADABLE,
    "617\\5550123": P.UNREADABLE,
    "6175550123 OR 1=1": P.UNREADABLE,
    "*67 617 555 0123": P.UNREADABLE,
    "%2B16175550123": P.UNREADABLE,
    "617 555 0123 x12": P.EXTENSION,
    "617 555 0123 ext. 12": P.EXTENSION,
    "617 555 0123 extension 12": P.EXTENSION,
    "617 555 0123#12": P.EXTENSION,
    "617 555 0123;12": P.EXTENSION,
    "tel:6175550123;phone-context=+1": P.UNREADABLE,
    "+44 20 7946 0958": P.FOREIGN,
    "011 44 20 7946 0958": P.FOREIGN,
    "+52 55 5555 0123": P.FOREIGN,
    "+7 495 555 01 23": P.FOREIGN,
    "876 555 0123": P.FOREIGN,
    "+1 876 922 0123": P.FOREIGN,
    "809 555 0123": P.FOREIGN,
    "+1 416 555 0123": P.FOREIGN,
    "242 322 0123": P.FOREIGN,
    "+882 13 1234567": P.FOREIGN,
    "900 555 1234": P.NOT_ORDINARY,
    "1 900 976 1234": P.NOT_ORDINARY,
    "800 555 1212": P.NOT_ORDINARY,
    "888 555 1212": P.NOT_ORDINARY,
    "617 976 1234": P.NOT_ORDINARY,
    "617 911 1234": P.NOT_ORDINARY,
    "617 411 1234": P.NOT_ORDINARY,
    "617 211 1234": P.NOT_ORDINARY,
    "(413) 811-0000": P.NOT_ORDINARY,
    "+1 508 711 9999": P.NOT_ORDINARY,
    "617 555 1212": P.NOT_ORDINARY,
    "1-978-555-1212": P.NOT_ORDINARY,
    "617 950 1234": P.NOT_ORDINARY,
    "617 958 1234": P.NOT_ORDINARY,
    "617 959 1234": P.NOT_ORDINARY,
    "877 322 5287": P.NOT_ORDINARY,
    "500 555 1234": P.NOT_ORDINARY,
    "123 456 7890": P.NOT_ASSIGNED,
    "617 123 4567": P.NOT_ASSIGNED,
    "617 055 0123": P.NOT_ASSIGNED,
    "555 0123": P.NOT_ASSIGNED,
    "617555012": P.NOT_ASSIGNED,
    "61755501234": P.NOT_ASSIGNED,
    "999 999 9999": P.NOT_ASSIGNED,
    "000 000 0000": P.NOT_ASSIGNED,
    "1" * 41: P.TOO_LONG,
    "9" * 100_000: P.TOO_LONG,
    "\u200b" * 41: P.TOO_LONG,
}
WRITTEN = [
    "6175550123",
    "617-555-0123",
    "617.555.0123",
    "617 555 0123",
    "(617) 555-0123",
    "(617)555-0123",
    "617/555-0123",
    "1 617 555 0123",
    "1-617-555-0123",
    "+1 617 555 0123",
    "+16175550123",
    "  +1 (617) 555-0123  ",
    "617–555—0123",
    "617\u00a0555\u00a00123",
    "６１７５５５０１２３",
    "617\u2011555\u20110123",
    "\u202a617 555 0123\u202c",
]


@pytest.mark.parametrize(("typed", "problem"), HOSTILE.items(), ids=[ascii(typed)[:40] for typed in HOSTILE])
def test_what_we_do_not_ring(typed, problem):
    with pytest.raises(PhoneNumberError) as refused:
        parse_phone(typed, fictional=True)
    assert refused.value.problem is problem


@pytest.mark.parametrize("typed", WRITTEN)
def test_however_it_is_written_it_is_one_number(typed):
    assert parse_phone(typed, fictional=True) == "+16175550123"


@MANY
@given(st.lists(st.sampled_from(["", " ", "-", ".", "/", " - ", "(", ")", "\u00a0", "–"]), min_size=9, max_size=9))
def test_no_separators_make_it_another_number(between):
    typed = "".join(digit + mark for digit, mark in zip("6175550123", [*between, ""], strict=True))
    assert parse_phone(typed, fictional=True) == "+16175550123"


@MANY
@given(st.text(st.one_of(st.characters(), st.sampled_from("0123456789+-() x#"))))
def test_any_text_is_a_number_of_ours_or_a_problem_that_can_be_explained(typed):
    try:
        number = parse_phone(typed, fictional=True)
    except PhoneNumberError as error:
        number = error.problem
    assert number in set(P) or (number.startswith("+1") and len(number) == 12)


@pytest.mark.parametrize("hundred", range(2, 10))
def test_what_is_seen_at_a_glance_is_what_the_library_says(hundred):
    for area in range(100 * hundred, 100 * hundred + 100):
        number = phonenumbers.parse(f"+1{area}2345678")
        is_ringable = phonenumbers.number_type(number) in RINGABLE
        is_ours = phonenumbers.region_code_for_number(number) == "US" and is_ringable
        assert is_rung(f"({area}) 234-5678") is is_ours, area


def is_rung(typed):
    try:
        return bool(parse_phone(typed, fictional=True))
    except PhoneNumberError:
        return False


def test_an_office_alone_may_be_rung_at_a_toll_free_number_and_nobody_at_a_paid_one():
    assert parse_phone("1-800-322-5287", fictional=False, toll_free=True) == "+18003225287"
    with pytest.raises(PhoneNumberError):
        parse_phone("900 555 1234", fictional=False, toll_free=True)


def test_numbers_of_fiction_are_not_rung_where_calls_are_real():
    with pytest.raises(PhoneNumberError):
        parse_phone("617 555 0123", fictional=False)


def test_a_number_is_shown_as_people_write_it():
    assert national("+16175550123") == "(617) 555-0123"


def test_of_a_masked_number_two_digits_are_left():
    assert masked("+16175550123") == "(•••) •••-••23"
