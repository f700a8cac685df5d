"""What things cost is told as people write it."""

from decimal import Decimal

import pytest

from app.telephony.money import Money


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("1.15", "USD", "$1.15"),
        ("100", "USD", "$100.00"),
        ("0.0140", "USD", "$0.014"),
        ("-0.42", "USD", "-$0.42"),
        ("3", "EUR", "3.00 EUR"),
    ],
)
def test_an_amount_is_told_with_its_currency(amount, currency, told):
    assert str(Money(Decimal(amount), currency)) == told


@pytest.mark.parametrize("amount", ["much", "", None, "NaN", "Infinity", "1e999999999999"])
def test_what_is_no_amount_is_none(amount):
    with pytest.raises(ValueError, match="no amount"):
        Money.told(amount, "USD")


def test_an_amount_without_a_currency_is_in_dollars():
    assert str(Money.told("1.5", None)) == "$1.50"
