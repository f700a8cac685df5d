"""A column of what is sealed: named by whoever seals there, so that all of it can be found and sealed anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.guard.seals.seals import Opened, Seals

AT_ONCE = 100

Column = InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None] | InstrumentedAttribute[str | None]


@dataclass(frozen=True)
class SealedColumn:
    """What stands in it, as the doctor names it, and for which purpose it is sealed; as bytes, or written in hex.

    Where nobody can do without it, its `cure` says what to do once no key opens it any more.
    """

    what: str
    column: Column
    purpose: str
    in_hex: bool = False
    cure: str = ""


@dataclass(frozen=True)
class OpenedBy:
    """How many of a column are opened by an older key alone, and how many by none."""

    older: int
    none: int


def seal_anew(session: Session, seals: Seals, of: SealedColumn, after: int) -> int | None:
    """Some of what only an older key opens, by the first; returns after which row to go on, None at the end.

    What is another one meanwhile is left alone: whoever wrote it did so by a key of their own.
    """
    rows = _some(session, of, after)
    for row in rows:
        opened = _opened(seals, of, row.sealed)
        if opened and not opened.by_first:
            anew = seals.seal(opened.text, purpose=of.purpose)
            still = update(of.column.class_).where(_key(of) == row.key, of.column == row.sealed)
            session.execute(still.values({of.column: anew.hex() if of.in_hex else anew}), SET_ALONE)
    return rows[-1].key if len(rows) == AT_ONCE else None


SET_ALONE = {"synchronize_session": False}


def opened_by(session: Session, seals: Seals, of: SealedColumn) -> OpenedBy:
    """Tries all there are: as many as organizers at most."""
    tried = [_opened(seals, of, row.sealed) for row in _all(session, of)]
    return OpenedBy(sum(1 for it in tried if it and not it.by_first), tried.count(None))


def _all(session: Session, of: SealedColumn) -> Iterator[Row[int, bytes | str | None]]:
    after: int | None = 0
    while after is not None:
        rows = _some(session, of, after)
        yield from rows
        after = rows[-1].key if len(rows) == AT_ONCE else None


def _some(session: Session, of: SealedColumn, after: int) -> Sequence[Row[int, bytes | str | None]]:
    key = _key(of)
    some = select(key.label("key"), of.column.label("sealed")).where(key > after, of.column.is_not(None))
    return session.execute(some.order_by(key).limit(AT_ONCE)).all()


def _opened(seals: Seals, of: SealedColumn, sealed: bytes | str | None) -> Opened | None:
    try:
        return seals.opened(bytes.fromhex(sealed) if isinstance(sealed, str) else sealed or b"", purpose=of.purpose)
    except ValueError:  # no hex
        return None


def _key(of: SealedColumn) -> InstrumentedAttribute[int]:
    (key,) = of.column.class_.__table__.primary_key
    found: InstrumentedAttribute[int] = getattr(of.column.class_, key.name)
    return found
