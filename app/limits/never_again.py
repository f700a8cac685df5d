"""Never again, from the page of a call: only where a key was pressed on the phone that we rang then."""

from typing import Protocol

from sqlalchemy import BigInteger, Select, exists, literal, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.numbers import never_called, number_of
from app.store.once import Once, param
from models import AFTER_ONE, CallEvent, CallSource, HowBlocked


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


def never_call_again(session: Session, vault: PhoneVault, call: OfCall) -> None:
    """Never call its number again; nothing is done where no key was pressed."""
    phone = rung_number(vault, call)
    if phone is None:
        return
    mark = vault.fingerprint(phone, purpose=DO_NOT_CALL)
    if _LISTED.row(session, call_id=call.id, do_not_call=mark, how=HowBlocked.PAGE.value, until=None):
        vault.note_refused(mark, how=HowBlocked.PAGE, until=None)


def rung_number(vault: PhoneVault, call: OfCall) -> str | None:
    """The number that we rang, as long as it is known."""
    return number_of(vault, call.phone_encrypted) if call.source is CallSource.WEB else None


_WAS_PRESSED = exists().where(CallEvent.call_id == param("call_id", BigInteger), CallEvent.to_status.in_(AFTER_ONE))


def _select_listed() -> Select[bytes]:
    pressed = select(literal(1).label("one")).where(_WAS_PRESSED).cte("pressed")
    return select(never_called(pressed).c.phone_hash)


_LISTED = Once(_select_listed)
