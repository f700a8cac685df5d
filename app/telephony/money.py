"""An amount of money, as the carrier tells it: of an account, a number, a leg."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

MOST = 10**9
NO_AMOUNT = "no amount of money"


@dataclass(frozen=True)
class Money:
    """An amount, as the carrier tells it."""

    amount: Decimal
    currency: str

    @classmethod
    def told(cls, amount: object, currency: object) -> Self:
        """As the carrier tells it.

        Raises:
            ValueError: it is no amount.
        """
        try:
            told = Decimal(str(amount))
        except ArithmeticError:
            raise ValueError(NO_AMOUNT) from None
        if not told.is_finite() or not -MOST < told < MOST:
            raise ValueError(NO_AMOUNT)
        return cls(told, str(currency or "USD"))

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else ""
        told = (
            f"{abs(self.amount):.2f}" if self.amount == round(self.amount, 2) else f"{abs(self.amount).normalize():f}"
        )
        return f"{sign}${told}" if self.currency == "USD" else f"{sign}{told} {self.currency}"
