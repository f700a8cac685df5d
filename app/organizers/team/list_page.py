"""The team: who is in it, who is invited, and the form to invite somebody."""

from flask import render_template

from app.campaigns.whom_to_call import all_campaigns
from app.extensions import given
from app.guard.who_may import least
from app.organizers import labels
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.team.forms import InviteForm, ticked
from app.organizers.team.notices import TEAM
from app.serving.forms import Filled
from app.store.db import db
from app.team.invitations.inviting import pending_invitations
from app.team.people.members import members
from models import TeamRole

UNTOUCHED = Filled[InviteForm]({"email": "", "role": TeamRole.ORGANIZER})


@organizers.get("/team")
@least(TeamRole.ADMIN)
def team() -> str:
    """Everybody, and who is about to join."""
    return team_page(UNTOUCHED)


def team_page(form: Filled[InviteForm]) -> str:
    """The page, with what was typed to invite somebody."""
    campaigns, people = all_campaigns(db.session), members(db.session)
    return render_template(
        "organizers/team/list.html",
        labels=labels,
        people=people,
        me=signed_in().id,
        is_only_admin=sum(one.role is TeamRole.ADMIN for one in people) == 1,
        pending=pending_invitations(db.session),
        now=given().clock(),
        campaigns=campaigns,
        subjects={one.id: one.subject for one in campaigns},
        sends_mail=given().mailer.is_set_up,
        form=form,
        ticked=ticked(campaigns),
        notice=TEAM.notice(),
    )
