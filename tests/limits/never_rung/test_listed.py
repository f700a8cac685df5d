"""Whom nobody can have rung by typing a number: services, institutions, and lines that earn by every minute."""

from datetime import date

import pytest

from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.limits.never_rung.listed import ENDS, OURS, is_listed, the_list

NEVER = {
    "services": """
        911 411 112 988 211 311 611 811 617-911-1234 617-411-1234 413-211-0000 508-311-9999 978-511-1111 781-611-2222
        857-711-3333 339-811-4444 617-555-1212 413-555-1212 202-555-1212 617-950-1234 617-958-1234 617-959-1234
    """,
    "paid and toll-free numbers": """
        617-976-1234 413-976-0000 900-555-1234 1-900-976-1234 800-555-1212 888-555-1212 877-322-5287 866-322-5287
        855-322-5287 844-322-5287 833-322-5287 500-555-1234 533-234-5678 588-234-5678
    """,
    "other countries": """
        +442079460958 +5255555550123 +74955550123 876-555-0123 809-555-0123 416-555-0123 242-322-0123 441-234-5678
    """,
    "the State House": """
        617-722-2000 617-722-1455 617-722-2400 617-722-0000 617-722-9999 +1(617)722-2000 1.617.722.1276
    """,
    "Massachusetts": """
        617-725-4000 617-725-4005 617-725-4030 617-727-3666 617-727-2200 617-727-7030 413-784-1200 508-422-3300
        617-573-1600 617-624-6000 617-748-2000 617-557-1000 857-368-8000 617-222-3200 617-635-4500 617-635-3850
    """,
    "police, ambulances and hospitals": """
        617-343-4240 617-343-4270 617-343-4633 617-343-5500 617-343-3550 508-820-2300 617-222-1212 617-349-3300
        508-799-8606 413-787-6300 617-726-2000 617-726-5130 617-732-5500 617-667-7000 617-355-6000 617-636-5000
        617-638-8000 508-334-1000 413-794-0000
    """,
    "the United States": """
        202-456-1414 202-456-1111 202-224-3121 202-225-3121 202-226-0001 202-395-3080 202-514-2000 202-324-3000
        202-732-4242 202-479-3000 703-545-6700 617-565-3170 617-565-8519 781-359-7500 857-386-2000 617-748-9152
        413-785-0325 508-831-7356
    """,
    "traffic pumping": """
        712-432-0100 712-770-4000 712-775-7031 712-451-0011 712-832-8300 641-715-3580 641-552-9000 515-604-9000
        515-739-1020 605-313-5000 605-468-8000 605-475-4000 605-477-3000 605-562-3000 701-801-1211 218-339-7800
        218-862-1000 563-999-2090
    """,
}
# Next to what is never rung, and in the exchanges of offices: these are other people's.
ORDINARY = """
    617-723-2000 617-721-2400 617-555-0123 617-725-5000 617-725-3999 617-342-4000 617-344-5500 413-536-1234
    617-636-4000 508-820-3000 202-457-1414 202-223-3121 712-433-0100 605-476-4000 641-714-3580 617-970-1234
    617-957-1234 617-555-0199 781-359-7501 617-724-0000
"""


def is_never_rung(typed):
    try:
        return is_listed(parse_phone(typed, fictional=True))
    except PhoneNumberError:
        return True


@pytest.mark.parametrize("typed", NEVER.values(), ids=NEVER)
def test_nobody_is_rung_there(typed):
    assert [number for number in typed.split() if not is_never_rung(number)] == []


def test_more_than_eighty_numbers_are_tried():
    assert len({number for typed in NEVER.values() for number in typed.split()}) >= 80


def test_whoever_has_a_number_beside_one_of_these_is_rung():
    assert [typed for typed in ORDINARY.split() if is_never_rung(typed)] == []


def test_each_entry_says_whose_it_is_from_where_that_is_known_and_when_somebody_looked():
    for one in the_list():
        assert one.what
        assert one.source == OURS or one.source.startswith(("http://", "https://"))
        assert one.as_of <= date.today()  # noqa: DTZ011 - whatever the time zone


def test_no_entry_is_a_whole_area_and_each_stands_there_once():
    begins = [one.begins for one in the_list()]
    assert len(set(begins)) == len(begins)
    assert all(len(it) in ENDS and it[2:].isdigit() for it in begins)
