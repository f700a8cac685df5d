"""An admin lets somebody of the team in again who has lost their second factor."""

from http import HTTPStatus

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.second_factor.fresh import fresh
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.theirs import reset, second_factor
from models import AuditAct, Organizer, TeamRole

THEIRS = "/team/<int:organizer_id>/second-factor"
LARGEST_ID = 2**31 - 1


@organizers.get(THEIRS)
@least(TeamRole.ADMIN)
@fresh()
def their_second_factor(organizer_id: int) -> ResponseReturnValue:
    """What they have, and what resetting it means."""
    return _page(_found(organizer_id))


@organizers.post(THEIRS)
@least(TeamRole.ADMIN)
@fresh()
def reset_second_factor(organizer_id: int) -> ResponseReturnValue:
    """Reset it; one's own goes by the page of one's own account."""
    if organizer_id == signed_in().id:
        return redirect(url_for("organizers.second_factor_page"), HTTPStatus.SEE_OTHER)
    somebody = _found(organizer_id)
    with unit(db.session) as work:
        reset(work.session, somebody)
        note(work.session, AuditAct.SECOND_FACTOR_CHANGED, somebody.email, after={"second factor": "reset"})
    return _page(somebody, is_done=True)


def _found(organizer_id: int) -> Organizer:
    somebody = db.session.get(Organizer, organizer_id) if organizer_id <= LARGEST_ID else None
    return somebody if somebody is not None and somebody.active else abort(HTTPStatus.NOT_FOUND)


def _page(somebody: Organizer, *, is_done: bool = False) -> str:
    return render_template(
        "organizers/second_factor/theirs.html",
        somebody=somebody,
        has=second_factor(somebody),
        is_me=somebody.id == signed_in().id,
        is_done=is_done,
    )
