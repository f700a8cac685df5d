"""Numbers: kept encrypted and found by a hash, and the ones that nobody may have rung."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.errors import DoNotCallError, NotASupporter
from models import Call, Campaign, DoNotCall, OfficeLine

PHONE = "call.phone"
DO_NOT_CALL = "do-not-call"


def keep_number(call: Call, phone: str, vault: PhoneVault) -> None:
    """Keep a number to ring: encrypted, and as a hash by which it is found."""
    call.phone_encrypted = vault.encrypt(phone, purpose=PHONE)
    call.phone_hash = vault.fingerprint(phone, purpose=PHONE)


def refuse_strangers(session: Session, phone: str, vault: PhoneVault) -> None:
    """Let nobody be rung who asked for the opposite, and no office as if it were a supporter.

    Raises:
        DoNotCallError: the number is on the list.
        NotASupporter: it is an office's, or a campaign's own.
    """
    if must_not_call(session, vault.fingerprint(phone, purpose=DO_NOT_CALL)):
        raise DoNotCallError
    offices = select(OfficeLine.e164).where(OfficeLine.e164 == phone)
    campaigns = select(Campaign.phone_number).where(Campaign.phone_number == phone)
    if session.scalar(offices.union_all(campaigns).limit(1)):
        raise NotASupporter


def must_not_call(session: Session, phone_hash: bytes) -> bool:
    """Whether this number asked never to be called."""
    return session.scalar(select(DoNotCall.phone_hash).where(DoNotCall.phone_hash == phone_hash)) is not None


def never_call_again(session: Session, phone_hash: bytes, *, how: str) -> None:
    """Put a number on the do-not-call list; it may be there already."""
    session.execute(insert(DoNotCall).values(phone_hash=phone_hash, how=how).on_conflict_do_nothing())
