"""The legal holds of whatever a page shows: of its campaign, of the campaign of its call, or of all that are theirs."""

from collections.abc import Sequence

from flask import request

from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.privacy.holding.shown import Standing, standing_of
from app.store.db import db

# Pages of no one campaign on which calls of several may stand.
OF_SEVERAL = frozenset(
    {
        "organizers.dashboard",
        "organizers.calls",
        "organizers.export",
        "organizers.notes",
        "organizers.campaigns",
        "organizers.forget",
        "organizers.forget_this",
    }
)


@organizers.context_processor
def _holds() -> dict[str, object]:
    return {"legal_holds_here": _holds_here}


def _holds_here() -> Sequence[Standing]:
    """Each by one statement at most; none on pages of offices, the team or the server."""
    where = request.view_args or {}
    campaign = where.get("campaign_id") or _asked_for()
    if campaign is None and "call_id" not in where and request.endpoint not in OF_SEVERAL:
        return ()
    return standing_of(db.session, signed_in().campaigns, campaign_id=campaign, call_id=where.get("call_id"))


def _asked_for() -> int | None:
    """The campaign by which a list is narrowed."""
    typed = request.args.get("campaign", "")[:18] if request.endpoint in OF_SEVERAL else ""
    return int(typed) if typed.isascii() and typed.isdecimal() else None
