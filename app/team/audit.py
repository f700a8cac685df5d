"""Writes down who did what: once, in the very transaction that does it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import String, insert
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import AuditAct, AuditEvent

Facts = Mapping[str, object]

SECRETS = ("password", "secret", "token", "totp", "phone")


class SecretError(Exception):
    """A fact by this name is nobody's business, not even next year."""


def record(
    session: Session,
    *,
    at: datetime,
    who: str,
    act: AuditAct,
    subject: str = "",
    campaign_id: int | None = None,
    whence: str = "",
    before: Facts | None = None,
    after: Facts | None = None,
) -> None:
    """Write it down. Of what stood there before and stands there after, only what differs is kept: one statement.

    Raises:
        SecretError: one of them is called like a secret. That a password was changed is said by the act.
    """
    _hold_back_secrets({**(before or {}), **(after or {})})
    written = {
        "at": at,
        "act": act,
        "who": _cut(who, AuditEvent.who),
        "subject": _cut(subject, AuditEvent.subject),
        "whence": _cut(whence, AuditEvent.whence),
        "campaign_id": campaign_id,
        "before": _differing(before, after),
        "after": _differing(after, before),
    }
    session.execute(insert(AuditEvent).values({name: value for name, value in written.items() if value is not None}))


def _differing(facts: Facts | None, others: Facts | None) -> Facts | None:
    """The facts that the others do not say; nothing is nothing, not an empty list."""
    nothing = object()
    return {name: it for name, it in (facts or {}).items() if (others or {}).get(name, nothing) != it} or None


def _hold_back_secrets(facts: Facts) -> None:
    for name in facts:
        if any(secret in name.lower() for secret in SECRETS):
            raise SecretError(name)


def _cut(text: str, column: InstrumentedAttribute[str]) -> str:
    """As much as there is room for."""
    kind = column.type
    return text[: kind.length] if isinstance(kind, String) else text
