"""The alerts that stand, on every page of organizers: what is wrong, what to do, and where to look."""

from collections.abc import Mapping

from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.outgoing.alerts import Reader, standing_alerts
from app.store.db import db
from models import Alert, AlertKind

SEE: Mapping[AlertKind, str] = {
    AlertKind.PLACING_PAUSED: "See the campaign",
    AlertKind.CARRIER_REFUSES: "See the carrier",
    AlertKind.NO_WORKER: "See who waits",
    AlertKind.DISK_FULL: "See the calls",
    AlertKind.BUDGET: "See the budget",
    AlertKind.ODD: "See what is paused",
    AlertKind.SAFE_MODE: "See why",
    AlertKind.OFFICE_LINE_DEAD: "See how the lines answer",
    AlertKind.OFFICE_COMPLAINS: "See the office",
    AlertKind.LINE_UNCONFIRMED: "See the numbers",
    AlertKind.TERM_ENDS: "See the offices",
    AlertKind.MAIL_FAILS: "Try again",
    AlertKind.TOKEN_CHANGED: "Paste the new token",
    AlertKind.NUMBER_KEPT: "See the campaign",
}


def reader() -> Reader:
    """Whoever has signed in, as alerts know them."""
    who = signed_in()
    return Reader(who.role, who.campaigns)


@organizers.context_processor
def _alerts() -> dict[str, object]:
    return {"alerts_here": _alerts_here}


def _alerts_here() -> list[tuple[Alert, str]]:
    """What concerns them, each with the words of its link, empty where that is not for them: one statement."""
    here = reader()
    return [(alert, SEE[alert.kind] if here.may_open(alert) else "") for alert in standing_alerts(db.session, here)]
