"""Keeps everything the carrier sends: verbatim, encrypted, once."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from models import CarrierEvent

FORM = "carrier-event.form"


def keep_event(
    session: Session,
    vault: PhoneVault,
    call_id: int,
    *,
    sid: str,
    kind: str,
    key: str,
    name: str,
    form: Mapping[str, str],
    rank: int | None = None,
    happened_at: datetime | None = None,
) -> bool:
    """Write the event down; returns whether it is new."""
    event = insert(CarrierEvent).values(
        call_id=call_id,
        carrier_sid=sid,
        kind=kind,
        key=key,
        name=name,
        rank=rank,
        happened_at=happened_at,
        form_encrypted=vault.encrypt(json.dumps(dict(form)), purpose=FORM),
    )
    return session.execute(event.on_conflict_do_nothing().returning(CarrierEvent.id)).first() is not None


def read_form(vault: PhoneVault, stored: bytes) -> dict[str, str]:
    """The form again, as the carrier sent it."""
    form: dict[str, str] = json.loads(vault.decrypt(stored, purpose=FORM))
    return form
