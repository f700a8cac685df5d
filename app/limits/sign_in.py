"""How often anybody may try to sign in: under a name, on a device that did before, from one part of the network.

Whoever never signed in on a device shares the tries of a name with all strangers. A device on which it signed in has
tries of its own: no stranger can use them up, whatever they try.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, admit, forget, give_back
from models import Limited

A_MINUTE = timedelta(minutes=1)
BY_NAME = Limit(Limited.SIGN_IN, at_most=5, window=A_MINUTE)
BY_DEVICE = Limit(Limited.SIGN_IN_DEVICE, at_most=5, window=A_MINUTE)
BY_VISITOR = Limit(Limited.SIGN_IN_VISITOR, at_most=20, window=timedelta(minutes=10))
CODES = (Limit(Limited.SECOND_FACTOR, at_most=5, window=A_MINUTE), Limit(Limited.SECOND_FACTOR_HOUR, at_most=30))
TOLD = Limit(Limited.SIGN_IN_TOLD, at_most=3)  # an hour: more says nothing new, and buries the rest of the audit log

Counted = Sequence[tuple[Limit, str]]


@dataclass(frozen=True)
class Try:
    """Who tries: under which name, from where; and on which device, if that name signed in there before."""

    name: str
    visitor: str
    device: str = ""

    @property
    def counts_for(self) -> Counted:
        """The visitor comes first: one who tried too often uses up no tries of a name any more."""
        if self.device:
            return ((BY_DEVICE, f"{self.device} {self.name}"),)
        return (BY_VISITOR, self.visitor), (BY_NAME, self.name)


def refused_by(session: Session, vault: PhoneVault, tried: Counted, now: datetime) -> Limit | None:
    """Count a try, before what was typed is looked at; the limit that it is beyond, if it is beyond any."""
    return next((limit for limit, who in tried if not admit(session, vault, limit, who, now=now)), None)


def was_right(session: Session, vault: PhoneVault, tried: Try, now: datetime) -> None:
    """Let the wrong tries before the right one count no more, but for those of others from the same place."""
    for limit, who in tried.counts_for:
        if limit is BY_VISITOR:
            give_back(session, limit.values(vault, who, now))
        else:
            forget(session, vault, limit, who)


def codes_of(organizer_id: int) -> Counted:
    """What a code of a second factor counts for."""
    return [(limit, str(organizer_id)) for limit in CODES]


def code_was_right(session: Session, vault: PhoneVault, organizer_id: int) -> None:
    """Let the wrong codes before the right one count no more."""
    for limit, who in codes_of(organizer_id):
        forget(session, vault, limit, who)


def is_to_be_told(session: Session, vault: PhoneVault, name: str, now: datetime) -> bool:
    """Whether a failed try under this name is written into the audit log."""
    return admit(session, vault, TOLD, name, now=now)
