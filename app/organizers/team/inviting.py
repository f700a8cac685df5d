"""Invitations: made, made anew and withdrawn. A link is shown once, on the page that answers: only its hash is kept."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.whom_to_call import all_campaigns
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers import labels
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import LARGEST_ID
from app.organizers.team.forms import InviteForm, part_of
from app.organizers.team.list_page import team_page
from app.organizers.team.notices import TEAM
from app.outgoing.letters import LetterKind, post
from app.serving.forms import read_form
from app.store.db import db
from app.store.unit import unit
from app.team.addresses import AddressTakenError
from app.team.invitations.inviting import invitation_of, invite, invite_anew, withdraw
from app.team.invitations.links import join_link
from app.team.people.parts import Part, as_told
from models import AuditAct, TeamRole

ONE = "/team/invitations/<int:invitation_id>"
ANYBODY = "whoever has the link"  # as the audit log tells it
TAKEN = "Somebody of the team has this address. To change what they may do, choose them above."


@organizers.post("/team/invitations")
@least(TeamRole.ADMIN)
def invite_somebody() -> Response | tuple[str, int]:
    """Send a link, or make one and show it where no mail can be sent, or nobody knows to whom."""
    form, campaigns = read_form(InviteForm, request.form), all_campaigns(db.session)
    if form.meant is None:
        return team_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    email = form.meant.email
    by_mail = bool(email) and given().mailer.is_set_up
    try:
        key = _invite(part_of(form.meant, campaigns), email, by_mail=by_mail)
    except AddressTakenError:
        return team_page(form.with_error("email", TAKEN)), HTTPStatus.CONFLICT
    return TEAM.tells("sent") if by_mail else (_link_page(key), HTTPStatus.CREATED)


@organizers.post(f"{ONE}/link")
@least(TeamRole.ADMIN)
def renew_invitation(invitation_id: int) -> Response | tuple[str, int]:
    """Make another link in place of one that was lost, or is over, and show it."""
    with unit(db.session) as work:
        key = invite_anew(work.session, _within(invitation_id), by=signed_in().email, now=given().clock())
        if key and (offer := invitation_of(work.session, key)):
            note(work.session, AuditAct.INVITED, offer.email or ANYBODY, after=as_told(work.session, offer.part))
    return (_link_page(key), HTTPStatus.CREATED) if key else TEAM.tells("used")


@organizers.post(f"{ONE}/withdraw")
@least(TeamRole.ADMIN)
def withdraw_invitation(invitation_id: int) -> Response:
    """Let the link let nobody in."""
    with unit(db.session) as work:
        withdrawn = withdraw(work.session, _within(invitation_id))
        if withdrawn is not None:
            note(
                work.session,
                AuditAct.INVITATION_WITHDRAWN,
                withdrawn.email or ANYBODY,
                before=as_told(work.session, withdrawn.part),
            )
    return TEAM.tells("used" if withdrawn is None else "withdrawn")


def _invite(part: Part, email: str, *, by_mail: bool) -> str:
    own = given()
    with unit(db.session) as work:
        key = invite(work.session, part, email, by=signed_in().email, now=own.clock())
        note(work.session, AuditAct.INVITED, email or ANYBODY, after=as_told(work.session, part))
        if by_mail and (offer := invitation_of(work.session, key)):
            post(work.session, LetterKind.INVITATION, offer.id, queue=own.queue)
    return key


def _within(invitation_id: int) -> int:
    """A number that the database can look for: nobody has the largest, nor one beyond."""
    return min(invitation_id, LARGEST_ID)


def _link_page(key: str) -> str:
    return render_template(
        "organizers/team/link.html",
        labels=labels,
        offer=invitation_of(db.session, key),
        link=join_link(settings().public_base_url, key),
    )
