"""An admin makes a link for somebody else's new password, and passes it on by hand."""

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.reset_links import reset_link
from models import AuditAct, Organizer, TeamRole

LARGEST_ID = 2**31 - 1


@organizers.post("/team/<int:organizer_id>/reset-link")
@least(TeamRole.ADMIN)
def make_reset_link(organizer_id: int) -> Response | str:
    """Show the link, once. One's own password is changed by whoever knows it."""
    if organizer_id == signed_in().id:
        return redirect(url_for("organizers.password"))
    organizer = db.session.get(Organizer, min(organizer_id, LARGEST_ID))
    if organizer is None or not organizer.active:
        abort(404)
    own = given()
    link = reset_link(own.settings.public_base_url, own.tokens, organizer, own.clock())
    email = organizer.email
    with unit(db.session) as work:
        note(work.session, AuditAct.PASSWORD_LINK_MADE, email)
    return render_template("organizers/account/reset_link.html", email=email, link=link)
