"""Which numbers we ring: ordinary ones of the United States, and nothing that only looks like one."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberType as Kind

from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, masked, national, parse_phone
from tests.world.examples import MANY

P = PhoneProblem
ORDINARY = {Kind.FIXED_LINE, Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE, Kind.VOIP}
REGIONS = {"PR", "VI", "GU", "AS", "MP"}
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
    "822 322 5287": P.NOT_ORDINARY,
    "883 322 5287": P.NOT_ORDINARY,
    "700 555 1234": P.NOT_ORDINARY,
    "710 627 4387": P.NOT_ORDINARY,
    "456 234 5678": P.NOT_ORDINARY,
    "521 234 5678": P.NOT_ORDINARY,
    "411 555 1234": P.NOT_ORDINARY,
    "600 234 5678": P.FOREIGN,
    "+1 514 234 5678": P.FOREIGN,
    "0 876 922 0123": P.FOREIGN,
    "001 876 922 0123": P.FOREIGN,
    "+617 555 0123": P.FOREIGN,  # Brisbane, not Boston
    "00 322 555 1234": P.FOREIGN,  # Brussels
    "00 44 20 7946 0958": P.FOREIGN,
    "291 234 5678": P.NOT_ASSIGNED,
    "617 O55 5012": P.UNREADABLE,
    "\ufe0f\u20e3": P.MISSING,
    "\u2800\u3164": P.MISSING,
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
    "".join(f"{digit}\ufe0f\u20e3" for digit in "6175550123"),
    " ".join(f"{digit}\ufe0f\u20e3" for digit in "+16175550123"),
    "6\ufe0f17-5\ufe0e55-0123",
    "\u3164617\u3164555\u31640123",
    "617\u2800555\u28000123",
    "617\u2212555\u22120123",
    "617\u2012555\u20120123",
    "617\u2015555\u20150123",
    "617ー555ー0123",
    "617·555·0123",
    "617•555•0123",
    "617\u30fb555\uff650123",
    "617\uff0d555\ufe630123",
    "617\u301c555_0123",
    "[617] 555-0123",
    "【617】555－0123",
    "617\u00ad555\u00ad0123",
    "①617 555 0123",
    "𝟔𝟏𝟕 𝟓𝟓𝟓 𝟎𝟏𝟐𝟑",
    "0617 555 0123",
    "0 617-555-0123",
    "001 617 555 0123",
    "00 1 (617) 555-0123",
    "01 617 555 0123",
    "+01 617 555 0123",
    "+001 617 555 0123",
    "011 1 617 555 0123",
    "+1 (0) 617 555 0123",
]
NEW = (457, 621, 679, 436, 227, 274, 327, 353, 357, 483, 471, 565, 624, 686, 729, 821, 924, 235, 261, 751)
TERRITORIES = ["787", "939", "340", "671", "684", "670"]


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
def test_wherever_the_library_knows_somebody_of_ours_they_are_rung_and_nobody_abroad(hundred):
    for area in range(100 * hundred, 100 * hundred + 100):
        number = phonenumbers.parse(f"+1{area}2345678")
        region, is_ordinary = phonenumbers.region_code_for_number(number), phonenumbers.number_type(number) in ORDINARY
        if region is not None:
            assert is_rung(f"({area}) 234-5678") is (region in REGIONS or (region == "US" and is_ordinary)), area


@pytest.mark.parametrize("area", NEW)
def test_an_area_code_that_is_younger_than_the_library_is_rung(area):
    assert parse_phone(f"({area}) 234-5678", fictional=False) == f"+1{area}2345678"


@pytest.mark.parametrize("area", TERRITORIES)
def test_the_territories_are_of_the_nation_unless_the_operator_leaves_them_out(area):
    assert parse_phone(f"{area}-234-5678", fictional=False) == f"+1{area}2345678"
    with pytest.raises(PhoneNumberError) as refused:
        parse_phone(f"{area}-234-5678", fictional=False, territories=False)
    assert refused.value.problem is P.FOREIGN


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
