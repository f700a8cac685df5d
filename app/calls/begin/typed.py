"""What was typed into a form, kept for half an hour: Back, reload and a look at another site lose nothing of it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Connection, DateTime, LargeBinary, delete, insert, select
from sqlalchemy.orm import Session

from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PhoneVault
from app.language.sentences import Sentence
from app.limits.rate import Limit, counted
from app.store.once import Once, param
from models import Limited, TypedForm

PURPOSE = "typed form"
KEPT_FOR = timedelta(minutes=30)
KEY_BYTES = 16
# Where exactly somebody lives, and what they are called, stays with them.
NEVER_KEPT = frozenset({"name", "street", "number", "area", "address", "website"})


@dataclass(frozen=True)
class Typed:
    """The `fields` of the form, which of its pages stands there, and what was `wrong` with it, by field.

    `earlier` is the address of a call of theirs that is the reason, `status` the HTTP status of the page.
    """

    fields: Mapping[str, str]
    page: str = ""
    wrong: Mapping[str, tuple[Sentence | str, ...]] = field(default_factory=dict)
    earlier: str = ""
    status: int = 200


@dataclass(frozen=True)
class Pages:
    """Whose page it is, and how many of them one visitor may have."""

    visitor: str
    at_most: int

    def values(self, vault: PhoneVault, now: datetime) -> dict[str, object]:
        """As parameters of a statement that counts one more."""
        return Limit(Limited.PAGES, at_most=self.at_most, window=KEPT_FOR).values(vault, self.visitor, now)


_KEPT = TypeAdapter(Typed)


def keep_typed(connection: Connection, vault: PhoneVault, campaign_id: int, typed: Typed, pages: Pages) -> str:
    """Keep it, sealed by the key of this day. Returns the key to it, of which nothing but a hash is kept.

    Returns "", and keeps nothing, where this visitor has as many pages as they may.

    Raises:
        OSError: this day has no key, and gets none.
    """
    now, key = vault.days.now(), secrets.token_urlsafe(KEY_BYTES)
    fields = {name: value for name, value in typed.fields.items() if name not in NEVER_KEPT}
    form = _KEPT.dump_json(replace(typed, fields=fields)).decode()
    sealed = vault.days.seal(form, KeyOf.PAGES, purpose=PURPOSE)
    kept = {"form": sealed, "campaign_id": campaign_id, "until": now + KEPT_FOR}
    return key if _KEEP.row(connection, key_hash=_hash(key), **kept, **pages.values(vault, now)) else ""


def typed_before(session: Session, vault: PhoneVault, campaign_id: int, key: str, now: datetime) -> Typed | None:
    """What is kept under this key; None where it is too long ago, or was another campaign's."""
    row = _READ.row(session, key_hash=_hash(key), campaign_id=campaign_id, now=now)
    form = vault.days.open(row["form_sealed"], KeyOf.PAGES, purpose=PURPOSE) if row else None
    return _KEPT.validate_json(form) if form else None


def forget_typed(session: Session, now: datetime) -> None:
    """Delete what was typed half an hour ago."""
    session.execute(delete(TypedForm).where(TypedForm.kept_until <= now))


def _hash(key: str) -> bytes:
    return sha256(key.encode()).digest()


_KEY, _CAMPAIGN = param("key_hash", LargeBinary), param("campaign_id", BigInteger)
_FORM, _UNTIL = param("form", LargeBinary), param("until", DateTime(timezone=True))
_ROW = {"key_hash": _KEY, "campaign_id": _CAMPAIGN, "form_sealed": _FORM, "kept_until": _UNTIL}
_NEW = insert(TypedForm).from_select(list(_ROW), select(*_ROW.values()).select_from(counted()))
_KEEP = Once(lambda: select(_NEW.returning(TypedForm.id).cte("kept").c.id))
_IS_KEPT = TypedForm.kept_until > param("now", DateTime(timezone=True))
_READ = Once(
    lambda: select(TypedForm.form_sealed).where(
        TypedForm.key_hash == _KEY, TypedForm.campaign_id == _CAMPAIGN, _IS_KEPT
    )
)
