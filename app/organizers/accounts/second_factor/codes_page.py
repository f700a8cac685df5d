"""Recovery codes: made anew, and shown this once."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.second_factor.fresh import fresh
from app.organizers.accounts.second_factor.page import FACTOR, myself
from app.organizers.accounts.second_step.passkey_asked import here
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.recovery_codes import make_codes
from app.team.second_factor.theirs import has_one
from models import AuditAct, TeamRole


@organizers.post("/account/second-factor/codes")
@least(TeamRole.VIEWER)
@fresh()
def make_recovery_codes() -> ResponseReturnValue:
    """Make them, in place of those from before."""
    if not has_one(myself()):
        return FACTOR.tells("first")
    with unit(db.session) as work:
        codes = make_codes(given().vault, myself())
        note(work.session, AuditAct.SECOND_FACTOR_CHANGED, after={"recovery codes left": len(codes)})
    return render_template("organizers/second_factor/codes.html", codes=codes, now=given().clock(), site=here())
