"""Whether the database is ours, and as it was left: looked at before anybody is rung, and each minute."""

from sqlalchemy.orm import Session

from app.extensions import Given
from app.guard.keys.seen import Seen
from app.limits.holds.by_copy import look_at_database
from app.limits.holds.by_key import hold_without_key, look_at_key
from app.privacy.brought_forward import bring_forward


def look_at_first(session: Session, own: Given) -> None:
    """As a program begins: is the do-not-call key this database's, did anybody put it here, and who refused since."""
    look_at_key(session, own.vault, own.clock())
    _is_put_here(session, own)
    bring_forward(session, own.vault, own.clock())


def look_again(session: Session, own: Given) -> None:
    """The same each minute, under a program that goes on."""
    hold_without_key(session, own.vault, own.clock())
    if _is_put_here(session, own):
        bring_forward(session, own.vault, own.clock())


def _is_put_here(session: Session, own: Given) -> bool:
    seen, knows_refusals = Seen(own.settings.keys_folder), own.vault.journal.is_there()
    return look_at_database(session, seen, own.clock(), knows_refusals=knows_refusals)
