"""The legal holds of whatever a page shows: of its campaign, of the campaign of its call, or of all that are theirs."""

from collections.abc import Sequence

from flask import request, url_for

from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.privacy.holding.shown import Standing, standing_of
from app.store.db import db

# Pages of no one campaign on which calls of several may stand.
OF_SEVERAL = ("dashboard", "calls", "export", "notes", "campaigns", "forget")


@organizers.context_processor
def _holds() -> dict[str, object]:
    return {"legal_holds_here": _holds_here}


def _holds_here() -> Sequence[Standing]:
    """Each by one statement at most; none on pages of offices, the team or the server."""
    where = request.view_args or {}
    is_of_several = request.path in {url_for(f"organizers.{page}") for page in OF_SEVERAL}
    campaign = where.get("campaign_id") or (_asked_for() if is_of_several else None)
    if campaign is None and "call_id" not in where and not is_of_several:
        return ()
    return standing_of(db.session, signed_in().campaigns, campaign_id=campaign, call_id=where.get("call_id"))


def _asked_for() -> int | None:
    """The campaign by which a list is narrowed."""
    typed = request.args.get("campaign", "")[:18]
    return int(typed) if typed.isascii() and typed.isdecimal() else None
