"""One number, typed by an organizer: whether it is blocked and how that came, blocked, and given back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, literal, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.blocked.by_day import is_blocked
from app.limits.numbers import never_called, take_off
from app.store.once import Once
from app.store.rows import by_name
from models import BY_ITS_OWNER, DoNotCall, HowBlocked


@dataclass(frozen=True)
class Blocked:
    """How it came to be blocked, when, and until when; none is for good."""

    asked_at: datetime
    how: str
    until: datetime | None

    @property
    def is_by_its_owner(self) -> bool:
        """Whether a key was pressed for that at a phone that we had rung: nobody else could."""
        return self.how in BY_ITS_OWNER


def blocked_now(session: Session, vault: PhoneVault, phone: str, now: datetime) -> Blocked | None:
    """How a number is blocked, if it is."""
    columns = (DoNotCall.asked_at, DoNotCall.how, DoNotCall.until)
    row = session.execute(select(*columns).where(_its(vault, phone), is_blocked(now))).mappings().one_or_none()
    return by_name(Blocked, row) if row else None


def block(session: Session, vault: PhoneVault, phone: str) -> None:
    """Never call it again, since somebody asked the team for that."""
    mark, how = vault.fingerprint(phone, purpose=DO_NOT_CALL), HowBlocked.IN_WRITING
    _BLOCK.rows(session, do_not_call=mark, how=how.value, until=None)
    vault.note_refused(mark, how=how, until=None)


def give_back(session: Session, vault: PhoneVault, phone: str, seen: Blocked) -> bool:
    """Let it be called again, if it is blocked as it was seen: what its owner asked meanwhile stands."""
    is_same = and_(DoNotCall.how == seen.how, DoNotCall.asked_at == seen.asked_at)
    return take_off(session, phone, vault, and_(is_same, DoNotCall.until.is_not_distinct_from(seen.until)))


_BLOCK = Once(lambda: select(never_called(select(literal(1).label("one")).cte("asked")).c.phone_hash))


def _its(vault: PhoneVault, phone: str) -> ColumnElement[bool]:
    return DoNotCall.phone_hash == vault.fingerprint(phone, purpose=DO_NOT_CALL)
