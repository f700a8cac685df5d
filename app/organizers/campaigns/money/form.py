"""The form of a budget: dollars a day and a month, each of them or none."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.limits.money.forecast import dollars
from app.serving.forms import Form, Text, Wrong, known

LONGEST = 40
MOST = Decimal(1_000_000)
AMOUNT = re.compile(r"\$? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))? ?(?:\$|dollars?|USD)?", re.IGNORECASE)
OTHER_CURRENCY = re.compile(r"[€£¥₹]|\b(?:EUR|GBP|CAD|MXN|euros?|pounds?)\b|\b(?:C|CA|A)\$", re.IGNORECASE)


def _amount(typed: str, info: ValidationInfo) -> Decimal | None:
    if not typed:
        return None
    if OTHER_CURRENCY.search(typed):
        raise Wrong("Give it in US dollars, in which the prices are: 5, or 5.00.")
    found = AMOUNT.fullmatch(typed)
    if found is None:
        raise Wrong("Give an amount in dollars, like 5 or 12.50. Empty is no limit; 0 rings nobody.")
    amount = Decimal(f"{found[1].replace(',', '')}.{found[2] or 0}")
    if amount > MOST:
        raise Wrong(f"That is more than {dollars(MOST)}. Leave it empty for no limit.")
    least = known(info, "least", Decimal)
    if NOTHING < amount < least:
        raise Wrong(f"One call may cost so much at most that less than {dollars(least)} rings nobody. 0 says that.")
    return amount


NOTHING = Decimal(0)
Dollars = Annotated[Decimal | None, Text(limit=LONGEST), PlainValidator(_amount)]


class BudgetForm(Form):
    """So many dollars; empty is no limit."""

    a_day: Dollars
    a_month: Dollars


def as_typed(amount: Decimal | None) -> str:
    """An amount as its field shows it."""
    return "" if amount is None else f"{amount:.2f}"
