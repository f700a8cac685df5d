"""A password is long and none of those that everybody tries; what it consists of is nobody's business."""

import pytest

from app.team.passwords import LONGEST, TOO_LONG, TOO_SHORT, WELL_KNOWN, fault_of_password


@pytest.mark.parametrize(
    "password",
    [
        "tractor lemon window nine",
        "vier alte Esel im Regen",
        "quincy-market-7481-snow",
        "xk2!9fPq7Lw0zB",
        "雨の日に古い驢馬が四頭いました",
        "all small letters here",
    ],
)
def test_what_nobody_would_try_is_good_enough(password):
    assert fault_of_password(password, "ana@example.org") == ""


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password1234567",
        "correct horse battery staple",
        "12345678901234",
        "qwertyuiopasdf",
        "1q2w3e4r5t6y7u8i",
        "zaq12wsxcde34rfv",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "ababababababab!",
        "Welcome2026Welcome",
        "iloveyouiloveyou2",
        "ringdownringdown1!",
    ],
)
def test_what_everybody_would_try_is_not(password):
    assert fault_of_password(password) == WELL_KNOWN


@pytest.mark.parametrize("password", ["ana.lopez@example.org", "analopez1234567890", "lopez-lopez-lopez"])
def test_ones_own_address_is_none(password):
    assert fault_of_password(password, "ana.lopez@example.org") == WELL_KNOWN


@pytest.mark.parametrize(
    ("password", "fault"), [("", TOO_SHORT), ("thirteen char", TOO_SHORT), ("ab3 " * LONGEST, TOO_LONG)]
)
def test_how_long_it_must_be_is_said(password, fault):
    assert fault_of_password(password) == fault
