"""Links by which somebody takes a new password. Nothing is kept of them: each names the password that it replaces."""

import hashlib
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from app.guard.tokens import BadTokenError, Tokens
from models import Organizer

PURPOSE = "new password"
GOOD_FOR = timedelta(hours=2)
PATH = "/reset/"
LOCK = {"key_share": True}  # nobody who only refers to them waits


def reset_link(base_url: str, tokens: Tokens, organizer: Organizer, now: datetime) -> str:
    """A link that works until the password is another one, and no longer than two hours."""
    token = tokens.sign(PURPOSE, [organizer.id, _as_it_is(organizer), int(now.timestamp())])
    return f"{base_url}{PATH}{token}"


def whose_reset(session: Session, tokens: Tokens, token: str, now: datetime) -> Organizer | None:
    """For whom a link is, None if it is over. To ask uses nothing up, and nobody else uses it meanwhile."""
    try:
        organizer_id, replaces, made_at = tokens.read(PURPOSE, token)
    except BadTokenError:
        return None
    if now >= datetime.fromtimestamp(made_at, UTC) + GOOD_FOR:
        return None
    organizer = session.get(Organizer, organizer_id, with_for_update=LOCK, populate_existing=True)
    return organizer if organizer and organizer.active and replaces == _as_it_is(organizer) else None


def _as_it_is(organizer: Organizer) -> str:
    """Changes with the password, and with the address to which the link was sent."""
    now = f"{organizer.password}\n{organizer.fs_uniquifier}\n{organizer.email}"
    return hashlib.sha256(now.encode()).hexdigest()[:32]
