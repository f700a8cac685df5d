"""Who takes a copy of the database, the keys of the settings, and the folder of the days' keys as it is by then."""

from collections.abc import Iterable, Iterator

from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Session

from app.calls.begin.typed import PURPOSE as TYPED
from app.calls.life.notes import NOTE
from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PHONE, PhoneVault
from app.limits.visitors import PURPOSE as VISITOR
from models import Base, Limited

MARKS = [(PHONE, KeyOf.RINGS), (VISITOR, KeyOf.LIMITS), *((limited, KeyOf.LIMITS) for limited in Limited)]
SEALS = [(PHONE, KeyOf.NUMBERS), (NOTE, KeyOf.NOTES), (TYPED, KeyOf.PAGES)]
# A refusal is for good, by a key of its own; so it is left out of what nobody may find.
FOR_GOOD = {"do_not_call.phone_hash", "key_check.digest"}


def copy_of(session: Session) -> list[tuple[str, bytes]]:
    """All that is sealed or hashed in the database now, with where it stands."""
    columns = [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and str(column) not in FOR_GOOD
    ]
    return [
        (str(column), bytes(value))
        for column in columns
        for value in session.scalars(select(column).where(column.is_not(None)))
    ]


def finds(copy: Iterable[tuple[str, bytes]], vault: PhoneVault, tries: Iterable[str]) -> set[str]:
    """Where something can be read, or is known to be of somebody whose number or address is tried."""
    known = {mark for text in tries for mark in _marks(vault, text)}
    return {where for where, value in copy if value in known or any(_opened(vault, value))}


def _marks(vault: PhoneVault, text: str) -> Iterator[bytes]:
    for purpose, of in MARKS:
        marks = vault.marks(text, purpose=purpose, of=of)
        yield from (*marks.held, vault.fingerprint(text, purpose=purpose))


def _opened(vault: PhoneVault, value: bytes) -> Iterator[bool]:
    for purpose, of in SEALS:
        yield vault.days.open(value, of, purpose=purpose) is not None
