"""Whose phone it is: a code is spoken to it, and typed on the page."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.guard.seals.column import SealedColumn
from app.limits.numbers import refuse_strangers
from app.limits.rate import Limit, admit
from models import Limited, OrganizerPhone

PHONE, CODE = "organizer.phone", "organizer.code"
DIGITS = 5
GOOD_FOR = timedelta(minutes=15)
TRIES = 5
CALLS = Limit(Limited.TEST_CALLS, at_most=6)  # an hour: of one organizer, codes and test calls together
SEALED = (
    SealedColumn("organizers' own phones", OrganizerPhone.phone_encrypted, PHONE),
    SealedColumn("codes for these", OrganizerPhone.code_encrypted, CODE),
)


class Confirmed(StrEnum):
    """What came of a code."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    OVER = "over"  # too old, or tried too often


@dataclass(frozen=True)
class OwnNumber:
    """An organizer's number, and whether it was shown to be theirs."""

    e164: str
    is_confirmed: bool
    waits_for_code: bool


def may_be_rung(session: Session, vault: PhoneVault, organizer_id: int, now: datetime) -> bool:
    """Count one more call to this organizer, unless there were enough within the hour."""
    return admit(session, vault, CALLS, str(organizer_id), now=now)


def new_code(session: Session, vault: PhoneVault, organizer_id: int, phone: str, now: datetime) -> None:
    """Keep the number, not confirmed, and a code for it.

    Raises:
        CannotPlace: nobody may be rung there.
    """
    refuse_strangers(session, phone, vault, now)
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    kept = {
        "phone_encrypted": vault.encrypt(phone, purpose=PHONE),
        "code_encrypted": vault.encrypt(digits, purpose=CODE),
        "code_until": now + GOOD_FOR,
        "tries_left": TRIES,
        "confirmed_at": None,
    }
    row = insert(OrganizerPhone).values(organizer_id=organizer_id, **kept)
    session.execute(row.on_conflict_do_update(index_elements=[OrganizerPhone.organizer_id], set_=kept))


def code_to_speak(session: Session, vault: PhoneVault, organizer_id: int, now: datetime) -> str | None:
    """The code that waits to be typed; none where its key is gone."""
    own = session.get(OrganizerPhone, organizer_id)
    return vault.opened(own.code_encrypted, purpose=CODE) if own and _waits(own, now) and own.code_encrypted else None


def confirm(session: Session, vault: PhoneVault, organizer_id: int, typed: str, now: datetime) -> Confirmed:
    """Take the code; a wrong one is counted."""
    locked = select(OrganizerPhone).where(OrganizerPhone.organizer_id == organizer_id).with_for_update()
    own = session.scalar(locked.execution_options(populate_existing=True))
    if own is None or not _waits(own, now) or not own.code_encrypted:
        return Confirmed.OVER
    digits = vault.opened(own.code_encrypted, purpose=CODE)
    if digits is None:
        return Confirmed.OVER
    own.tries_left -= 1
    if not hmac.compare_digest(digits, typed):
        return Confirmed.WRONG if own.tries_left else Confirmed.OVER
    own.confirmed_at, own.code_encrypted, own.code_until = now, None, None
    return Confirmed.CONFIRMED


def own_number(session: Session, vault: PhoneVault, organizer_id: int, now: datetime) -> OwnNumber | None:
    """What is kept of this organizer's; nothing where its key is gone: then it is typed again."""
    own = session.get(OrganizerPhone, organizer_id, populate_existing=True)
    e164 = vault.opened(own.phone_encrypted, purpose=PHONE) if own else None
    return OwnNumber(e164, bool(own.confirmed_at), _waits(own, now)) if own and e164 else None


def is_an_organizers(session: Session, vault: PhoneVault, phone: str) -> bool:
    """Whether somebody of the team is rung there; they are few, and their numbers are kept encrypted alone."""
    kept = session.scalars(select(OrganizerPhone.phone_encrypted))
    return any(vault.opened(one, purpose=PHONE) == phone for one in kept)


def _waits(own: OrganizerPhone, now: datetime) -> bool:
    return bool(own.code_until and now < own.code_until and own.tries_left > 0)
