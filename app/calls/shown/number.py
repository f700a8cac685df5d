"""A supporter's whole number, for the few who may see it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.numbers import number_of
from models import Call


@dataclass(frozen=True)
class CallWithNumber:
    """A call whose number is kept, encrypted."""

    id: int
    campaign_id: int
    created_at: datetime
    is_coarse: bool
    town: str
    phone_encrypted: bytes

    def phone(self, vault: PhoneVault) -> str | None:
        """The number; None where its key is gone."""
        return number_of(vault, self.phone_encrypted)


def call_with_number(session: Session, call_id: int) -> CallWithNumber | None:
    """The call, unless there is none such, or its number is erased."""
    call = session.get(Call, call_id)
    if call is None or call.phone_encrypted is None:
        return None
    return CallWithNumber(
        id=call.id,
        campaign_id=call.campaign_id,
        created_at=call.created_at,
        is_coarse=call.is_coarse,
        town=call.town,
        phone_encrypted=call.phone_encrypted,
    )
