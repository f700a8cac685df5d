"""Every code that a call can meet has one meaning, one cure, a source, and says whose fault it is."""

import pytest

from app.telephony.fault_table import CARRIERS, NUMBERS, OURS
from app.telephony.faults import FAULTS, Whose, fault_of
from models import Concerns

ACCOUNT, CAMPAIGN, CARRIER, NUMBER = Concerns.ACCOUNT, Concerns.CAMPAIGN, Concerns.CARRIER, Concerns.NUMBER
REFUSED_TO_US = {
    20003: ACCOUNT,
    20005: ACCOUNT,
    10001: ACCOUNT,
    21216: ACCOUNT,
    21210: CAMPAIGN,
    21215: NUMBER,
    21219: NUMBER,
    32205: NUMBER,
}


def test_no_code_stands_in_the_table_twice():
    assert len(FAULTS) == len([*NUMBERS, *OURS, *CARRIERS])


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_code_says_what_it_means_what_to_do_and_where_we_have_that_from(fault):
    assert fault.meaning[0].isupper()
    assert fault.cure.endswith(".")
    assert fault.source
    assert fault.as_of == "2026-11-28"


@pytest.mark.parametrize(("code", "concerns"), REFUSED_TO_US.items())
def test_what_is_refused_because_of_us_reaches_as_far_as_its_cause(code, concerns):
    assert (fault_of(code).whose, fault_of(code).concerns) == (Whose.OURS, concerns)


@pytest.mark.parametrize("code", [21211, 21214, 21217])
def test_a_number_that_is_none_pauses_nothing(code):
    assert (fault_of(code).whose, fault_of(code).concerns) == (Whose.NUMBER, None)


@pytest.mark.parametrize("code", [None, 0, 20429, 10004, 99999])
def test_all_else_is_the_carriers(code):
    assert (fault_of(code).whose, fault_of(code).concerns) == (Whose.CARRIER, CARRIER)


def test_an_unknown_code_is_named_all_the_same():
    assert fault_of(99999).said == "The carrier refused with an error that we do not know (error 99999)."


def test_an_account_without_money_hears_nobody_and_one_with_a_wrong_token_does():
    assert [fault_of(code).is_deaf for code in (10001, 20005, 20003, 21216)] == [True, True, False, False]
