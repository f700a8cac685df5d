"""Numbers: kept encrypted and found by a hash, and the ones that nobody may have rung."""

from typing import Protocol

from sqlalchemy import CTE, String, exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.errors import DoNotCallError, NotASupporter
from app.store.once import Once, Row, param
from models import Campaign, DoNotCall, OfficeLine

PHONE = "call.phone"
DO_NOT_CALL = "do-not-call"


class Rung(Protocol):
    """Whatever keeps the number that is rung."""

    phone_encrypted: bytes | None
    phone_hash: bytes | None


def keep_number(call: Rung, phone: str, vault: PhoneVault) -> None:
    """Keep a number to ring: encrypted, and as a hash by which it is found."""
    call.phone_encrypted = vault.encrypt(phone, purpose=PHONE)
    call.phone_hash = vault.fingerprint(phone, purpose=PHONE)


def stranger(phone: str, vault: PhoneVault) -> dict[str, object]:
    """A number, as parameters of a statement with `STRANGERS` in it."""
    return {"phone": phone, "do_not_call": vault.fingerprint(phone, purpose=DO_NOT_CALL)}


_ASKED_NOT_TO = exists().where(DoNotCall.phone_hash == param("do_not_call", DoNotCall.phone_hash.type))
_IS_OURS = or_(
    exists().where(OfficeLine.e164 == param("phone", String)),
    exists().where(Campaign.phone_number == param("phone", String)),
)
STRANGERS = (_ASKED_NOT_TO.label("asked_not_to"), _IS_OURS.label("is_ours"))


_READ = Once(select(*STRANGERS))


def refuse_strangers(session: Session, phone: str, vault: PhoneVault) -> None:
    """Let nobody be rung who asked for the opposite, and no office as if it were a supporter.

    Raises:
        DoNotCallError: the number is on the list.
        NotASupporter: it is an office's, or a campaign's own.
    """
    refuse_stranger(_READ.rows(session, **stranger(phone, vault))[0])


def refuse_stranger(told: Row) -> None:
    """The same, by a row in which `STRANGERS` are told."""
    if told["asked_not_to"]:
        raise DoNotCallError
    if told["is_ours"]:
        raise NotASupporter


def must_not_call(session: Session, phone_hash: bytes) -> bool:
    """Whether this number asked never to be called."""
    return session.scalar(select(DoNotCall.phone_hash).where(DoNotCall.phone_hash == phone_hash)) is not None


def never_called(happened: CTE) -> CTE:
    """Put the number of the parameter `do_not_call` on the list, and `how` that was asked; it may be there already."""
    columns = {"phone_hash": param("do_not_call", DoNotCall.phone_hash.type), "how": param("how", String)}
    new = insert(DoNotCall).from_select(list(columns), select(*columns.values()).select_from(happened))
    return new.on_conflict_do_nothing().returning(DoNotCall.phone_hash).cte("never_called")
