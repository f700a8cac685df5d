"""Never again, from the page of a call: only where a key was pressed on the phone that we rang then."""

from enum import StrEnum
from typing import Protocol

from sqlalchemy import BigInteger, Select, exists, literal, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.numbers import ASKED_NOT_TO, DO_NOT_CALL, ONLY_FOR_GOOD, never_called, number_of
from app.store.once import Once, param
from models import CallEvent, CallSource, CallStatus

BY_PAGE = "page"


class Peace(StrEnum):
    """What a call's page may say of its number."""

    NOT_HERE = "not-here"  # nobody pressed a key there, so that whoever has the page may have typed any number
    TO_ASK = "to-ask"
    FOR_GOOD = "for-good"


class OfCall(Protocol):
    """What is known of the call whose page it is."""

    @property
    def id(self) -> int:
        """Which it is."""

    @property
    def source(self) -> CallSource:
        """How it began."""

    @property
    def phone_encrypted(self) -> bytes | None:
        """Its number, as long as it is kept."""


def peace_of(session: Session, vault: PhoneVault, call: OfCall) -> Peace:
    """Whether its number is never called again, or may be asked to."""
    phone = _phone(vault, call)
    if phone is None:
        return Peace.NOT_HERE
    told = _READ.rows(session, call_id=call.id, **_listed(vault, phone))[0]
    if not told["was_pressed"]:
        return Peace.NOT_HERE
    return Peace.FOR_GOOD if told["is_for_good"] else Peace.TO_ASK


def never_call_again(session: Session, vault: PhoneVault, call: OfCall) -> None:
    """Never call its number again; nothing is done where no key was pressed."""
    phone = _phone(vault, call)
    if phone is not None:
        _LISTED.row(session, call_id=call.id, **_listed(vault, phone))


def _phone(vault: PhoneVault, call: OfCall) -> str | None:
    """The number that we rang, as long as it is known."""
    return number_of(vault, call.phone_encrypted) if call.source is CallSource.WEB else None


def _listed(vault: PhoneVault, phone: str) -> dict[str, object]:
    number = vault.fingerprint(phone, purpose=DO_NOT_CALL)
    return {"do_not_call": number, "peace_at": ONLY_FOR_GOOD, "how": BY_PAGE, "until": None}


_WAS_PRESSED = exists().where(
    CallEvent.call_id == param("call_id", BigInteger), CallEvent.to_status == CallStatus.ACCEPTED
)
_READ = Once(select(_WAS_PRESSED.label("was_pressed"), ASKED_NOT_TO.label("is_for_good")))


def _select_listed() -> Select[bytes]:
    pressed = select(literal(1).label("one")).where(_WAS_PRESSED).cte("pressed")
    return select(never_called(pressed).c.phone_hash)


_LISTED = Once(_select_listed())
