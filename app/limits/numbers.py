"""Numbers: sealed by the key of their day and found by a hash, and the ones that nobody may have rung."""

from datetime import UTC, datetime, timedelta
from typing import Protocol, TypedDict

from sqlalchemy import (
    CTE,
    Boolean,
    ColumnElement,
    DateTime,
    String,
    and_,
    case,
    delete,
    exists,
    func,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.orm import Session

from app.clock import EASTERN
from app.guard.keys.days import Marks
from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import DO_NOT_CALL, PHONE, PhoneVault
from app.limits.errors import DoNotCallError, NotASupporter
from app.limits.never_rung.listed import ENDS, is_listed
from app.store.once import Once, Row, param
from models import BY_ITS_OWNER, Campaign, DoNotCall, NeverRung, OfficeLine

A_DAY = timedelta(days=1)  # for which a caller ID alone asks for peace: anybody may claim one
# What was agreed on before stands, whatever a caller ID asks for later: only those in the way who asked for good.
ONLY_FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)


class Rung(Protocol):
    """Whatever keeps the number that is rung."""

    phone_encrypted: bytes | None
    phone_hash: bytes | None


def keep_number(call: Rung, phone: str, vault: PhoneVault) -> Marks:
    """Keep a number to ring: sealed, and as a hash by which it is found. Returns by what else it is known."""
    marks = vault.marks(phone)
    call.phone_encrypted, call.phone_hash = sealed_number(phone, vault), marks.today
    return marks


def sealed_number(phone: str, vault: PhoneVault) -> bytes:
    """A number as it is kept: nobody reads it once the key of this day is destroyed."""
    return vault.days.seal(phone, KeyOf.NUMBERS, purpose=PHONE)


def number_of(vault: PhoneVault, kept: bytes | None) -> str | None:
    """The number that is kept; None where none is, or its key is gone."""
    if kept is None:
        return None
    # Before days had keys it was kept by the vault's own.
    return vault.days.open(kept, KeyOf.NUMBERS, purpose=PHONE) or vault.opened(kept, purpose=PHONE)


class Stranger(TypedDict):
    """A number, as parameters of a statement with `STRANGERS` in it."""

    phone: str
    do_not_call: bytes
    peace_at: datetime
    is_listed: bool


def stranger(phone: str, vault: PhoneVault, peace_at: datetime) -> Stranger:
    """Whoever may answer at this number: those who asked for peace count that have it at that time."""
    asks_peace = vault.fingerprint(phone, purpose=DO_NOT_CALL)
    return Stranger(phone=phone, do_not_call=asks_peace, peace_at=peace_at, is_listed=is_listed(phone))


_PHONE, _NUMBER = param("phone", String), param("do_not_call", DoNotCall.phone_hash.type)
_HAS_PEACE = or_(DoNotCall.until.is_(None), DoNotCall.until > param("peace_at", DateTime(timezone=True)))
ASKED_NOT_TO = exists().where(DoNotCall.phone_hash == _NUMBER, _HAS_PEACE)
NO_SUPPORTER = or_(
    param("is_listed", Boolean),
    exists().where(OfficeLine.e164 == _PHONE),
    exists().where(Campaign.phone_number == _PHONE),
    exists().where(NeverRung.begins.in_([func.left(_PHONE, end) for end in ENDS])),
)
PEACE_UNTIL = select(DoNotCall.until).where(DoNotCall.phone_hash == _NUMBER).scalar_subquery().label("peace_until")
STRANGERS = (ASKED_NOT_TO.label("asked_not_to"), NO_SUPPORTER.label("is_no_supporter"))


_READ = Once(lambda: select(*STRANGERS))


def refuse_strangers(session: Session, phone: str, vault: PhoneVault, now: datetime) -> None:
    """Let nobody be rung who asked for the opposite, and no office or institution as if it were a supporter.

    Raises:
        DoNotCallError: the number asked so.
        NotASupporter: it is an office's, a campaign's own, or on a list of those that are never rung.
    """
    refuse_stranger(_READ.rows(session, **stranger(phone, vault, now))[0])


def refuse_stranger(told: Row) -> None:
    """The same, by a row in which `STRANGERS` are told."""
    if told["asked_not_to"]:
        raise DoNotCallError
    if told["is_no_supporter"]:
        raise NotASupporter


def is_public_number(session: Session, phone: str) -> bool:
    """Whether anybody may know that it is no supporter's: an office's, or one on the list that comes along."""
    return is_listed(phone) or bool(_IS_OFFICE.rows(session, phone=phone)[0]["is_office"])


_IS_OFFICE = Once(lambda: select(exists().where(OfficeLine.e164 == _PHONE).label("is_office")))


_THAT_DAY = func.date_trunc("day", func.now(), EASTERN.key)  # at its moment there was one call


def never_called(happened: CTE) -> CTE:
    """Put the number of the parameter `do_not_call` on the list: `how` that was asked, `until` when; none is for good.

    It may be there already: who asked for good is not asked again, and nobody's peace gets shorter.
    """
    columns = {
        "phone_hash": _NUMBER,
        "asked_at": _THAT_DAY,
        "how": param("how", String),
        "until": param("until", DateTime(timezone=True)),
    }
    new = insert(DoNotCall).from_select(list(columns), select(*columns.values()).select_from(happened))
    return longest(new).returning(DoNotCall.phone_hash).cte("never_called")


def longest(new: Insert) -> Insert:
    """Refusals that are put on the list beside those that stand there: of two of one number the longer holds.

    What its owner said at the phone is told before what anybody else said of it.
    """
    by_others = new.excluded.how.not_in(BY_ITS_OWNER)
    is_for_good = or_(DoNotCall.until.is_(None), new.excluded.until.is_(None))
    longer = {
        "until": case((is_for_good, null()), else_=func.greatest(DoNotCall.until, new.excluded.until)),
        "how": case((and_(DoNotCall.until.is_(None), by_others), DoNotCall.how), else_=new.excluded.how),
    }
    return new.on_conflict_do_update(index_elements=[DoNotCall.phone_hash], set_=longer)


def no_peace(session: Session, phone: str, vault: PhoneVault) -> None:
    """Let it count for nothing that a caller ID alone asked for peace for this number."""
    take_off(session, phone, vault, DoNotCall.until.is_not(None))


def ring_again(session: Session, phone: str, vault: PhoneVault) -> bool:
    """Take the number off the list, where that is known to be its owner's wish. Returns whether it was on it."""
    return take_off(session, phone, vault, true())


def take_off(session: Session, phone: str, vault: PhoneVault, which: ColumnElement[bool]) -> bool:
    """Take the number off the list where it stands there so; returns whether it did."""
    mark = vault.fingerprint(phone, purpose=DO_NOT_CALL)
    gone = delete(DoNotCall).where(DoNotCall.phone_hash == mark, which).returning(DoNotCall.asked_at)
    asked_at = session.execute(gone).scalar_one_or_none()
    if asked_at is not None:
        vault.note_taken_back(mark, asked_at)
    return asked_at is not None


def forget_peace(session: Session, now: datetime) -> None:
    """Delete whose peace is over."""
    session.execute(delete(DoNotCall).where(DoNotCall.until <= now))
