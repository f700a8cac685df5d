"""What a browser may know of a number: that which the calls tell that it began there, or followed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.errors import AlreadyAgreed, CallInFlight
from app.calls.shown.progress import has_pressed_one
from app.guard.phone_vault import PhoneVault
from app.limits.errors import (
    CannotPlace,
    DoNotCallError,
    NotASupporter,
    PlacingPaused,
    RangInVain,
    TooManyCalls,
    TooManyNumbers,
)
from app.store.rows import by_name
from models import IN_FLIGHT, Call, CallStatus


@dataclass(frozen=True)
class OwnCall:
    """A call to a number; `has_pressed_one` says that whoever began it has that phone."""

    id: int
    created_at: datetime
    status: CallStatus
    has_pressed_one: bool

    def may_tell(self, why: CannotPlace) -> bool:
        """Whether this is why nobody is rung there now, or whose phone it is may be told why."""
        match why:
            case CallInFlight():
                return self.status in IN_FLIGHT
            case AlreadyAgreed():
                return self.status is CallStatus.SCHEDULED
            case RangInVain():
                return True
            case DoNotCallError() | TooManyCalls() | NotASupporter() | PlacingPaused() | TooManyNumbers():
                return self.has_pressed_one
        return False


def own_calls(session: Session, call_ids: Collection[int], phone: str, vault: PhoneVault) -> list[OwnCall]:
    """Those of these calls that went to this number, the newest first. No statement where there are none."""
    if not call_ids:
        return []
    theirs = (Call.id.in_(call_ids), Call.phone_hash.in_(vault.marks(phone).held))
    query = select(Call.id, Call.created_at, Call.status, has_pressed_one()).where(*theirs).order_by(Call.id.desc())
    return [by_name(OwnCall, row) for row in session.execute(query).mappings()]
