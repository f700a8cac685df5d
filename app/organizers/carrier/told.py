"""What the audit log tells of the carrier's set-up: never a token, and of an account its last characters."""

from app.carrier_setup.kept import kept_setup
from app.organizers.audited import Told
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct

ENDS = 4


def told_of_account() -> Told:
    """Which account is used and with which key, and since when."""
    return Told(AuditAct.SETTING_CHANGED, "the carrier's account", _account)


def _account() -> Facts:
    kept = kept_setup(db.session)
    since = kept.set_at.isoformat(timespec="seconds") if kept.set_at else ""
    return {"account": _end_of(kept.account_sid), "API key": _end_of(kept.api_key_sid), "since": since}


def _end_of(sid: str) -> str:
    return f"…{sid[-ENDS:]}" if sid else ""
