"""Keeps what the carrier tells or asks: once, as a part of the very statement that does what follows from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import CTE, BigInteger, DateTime, SmallInteger, SQLColumnExpression, String, func, select
from sqlalchemy.dialects.postgresql import JSONB, insert

from app.store.once import as_json, param
from models import CarrierEvent

STATUS, TURN, MACHINE, REFUSED = "status", "turn", "machine", "refused"
KEY, CODE = "Digits", "ErrorCode"

# Of a carrier's form only this may be kept and shown: plain words, short numbers, and one key.
KEPT_FIELDS = ("DialCallStatus", "CallDuration", "DialCallDuration", "SipResponseCode", CODE)
KEPT_VALUE = re.compile(r"[a-z-]{1,20}|\d{1,6}")
ONE_KEY = re.compile(r"[0-79*#]")  # an 8 asks for more time, which is forgotten with the call


@dataclass(frozen=True)
class Told:
    """One thing that the carrier told or asked; `key` is what makes it count once, on the leg named `sid`.

    `at` is the carrier's time, None where it told none. `facts` are what a turn told that may be otherwise later.
    """

    sid: str
    kind: str
    key: str
    name: str
    rank: int | None
    form: Mapping[str, str]
    at: datetime | None = None
    facts: Mapping[str, object] | None = None

    @property
    def parent(self) -> str:
        """The leg from which this one was dialed, empty where that is not told."""
        return self.form.get("ParentCallSid", "")

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `kept` in it."""
        shown = shown_of(self.form)
        return {
            "event_key": event_key(self.sid, self.kind, self.key),
            "event_at": self.at,
            "event_kind": self.kind,
            "event_name": self.name,
            "event_rank": self.rank,
            "event_told": as_json(shown) if shown else None,
            "event_facts": as_json(self.facts) if self.facts else None,
        }


def event_key(sid: str, kind: str, key: str) -> int:
    """What makes an event count once within its call: eight bytes, in which two of a dozen never meet."""
    return int.from_bytes(sha256(f"{sid}|{kind}|{key}".encode()).digest()[:8], signed=True)


def shown_of(form: Mapping[str, str]) -> dict[str, str]:
    """Of a form only what names nobody: how it ended, how long it took, and the one key that was pressed."""
    shown = {name: form[name] for name in KEPT_FIELDS if KEPT_VALUE.fullmatch(form.get(name, ""))}
    key = form.get(KEY, "")
    return {**shown, KEY: key} if ONE_KEY.fullmatch(key) else shown


def code_in(form: Mapping[str, str]) -> int | None:
    """The carrier's error code in a form, None where there is none."""
    code = shown_of(form).get(CODE, "")
    return int(code) if code.isdigit() else None


def kept(call: CTE) -> CTE:
    """Write the event of `Told.values()` down, of the one call in `call`: no row if it was written before."""
    columns: Mapping[str, SQLColumnExpression[object]] = {
        "call_id": call.c.call_id,
        "key": param("event_key", BigInteger),
        "at": func.coalesce(param("event_at", DateTime(timezone=True)), func.now()),
        "kind": param("event_kind", String),
        "name": param("event_name", String),
        "rank": param("event_rank", SmallInteger),
        "told": param("event_told", JSONB),
        "facts": param("event_facts", JSONB),
    }
    new = insert(CarrierEvent).from_select(list(columns), select(*columns.values()).select_from(call))
    return new.on_conflict_do_nothing().returning(CarrierEvent.call_id).cte("event")
