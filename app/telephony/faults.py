"""Whose fault it is when the carrier refuses a call, or a call fails: ours, its own, or the number's."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.telephony.fault_table import CARRIERS, NUMBERS, OURS, Row
from models import Concerns


class Whose(StrEnum):
    """Who can do something about it."""

    NUMBER = "number"  # whoever typed the number that was to be rung
    OURS = "ours"  # whoever looks after the account at the carrier
    CARRIER = "carrier"  # nobody here: it passes


class Sees(StrEnum):
    """By what one can see that the cause is gone, without ringing anybody."""

    ACCOUNT = "account"  # whether it is active, and has money
    PROFILE = "profile"  # whether its customer profile is approved
    CALLER_ID = "caller-id"  # whether the campaign's number is the account's


@dataclass(frozen=True)
class Fault:
    """What a carrier's code means, and the cure, in organizers' words.

    It `concerns` the whole account, one campaign or one number; None is this call alone. `sees` is None where no check
    can see the cause. `source` says where we have the meaning from, `as_of` on which day.
    """

    code: int
    whose: Whose
    concerns: Concerns | None
    meaning: str
    cure: str
    source: str
    as_of: str
    sees: Sees | None = None

    @property
    def is_deaf(self) -> bool:
        """Whether such an account cannot receive calls either."""
        return self.sees is Sees.ACCOUNT and self.code not in STILL_RECEIVES

    @property
    def said(self) -> str:
        """Its meaning, and its code."""
        return f"{self.meaning} (error {self.code})." if self.code else f"{self.meaning}."


STILL_RECEIVES = frozenset({20003, 20404})  # a wrong token keeps us from asking, and nobody from calling
SEES: Mapping[int, Sees] = {
    **dict.fromkeys((10001, 10003, 20003, 20005, 20404), Sees.ACCOUNT),
    21216: Sees.PROFILE,
    **dict.fromkeys((13214, 21210, 21212, 21213), Sees.CALLER_ID),
}


def _fault(row: Row, whose: Whose) -> Fault:
    return Fault(row.code, whose, row.concerns, row.meaning, row.cure, row.source, row.as_of, SEES.get(row.code))


FAULTS: Mapping[int, Fault] = MappingProxyType(
    {
        **{row.code: _fault(row, Whose.NUMBER) for row in NUMBERS},
        **{row.code: _fault(row, Whose.OURS) for row in OURS},
        **{row.code: _fault(row, Whose.CARRIER) for row in CARRIERS},
    }
)


def fault_of(code: int | None) -> Fault:
    """What this code means; one that the table does not know is the carrier's."""
    known = FAULTS.get(code or 0)
    if known:
        return known
    nobody = FAULTS[0]
    meaning = "The carrier refused with an error that we do not know"
    return Fault(code or 0, Whose.CARRIER, Concerns.CARRIER, meaning, nobody.cure, nobody.source, nobody.as_of)
