"""The campaigns."""

from flask import render_template

from app.campaigns.whom_to_call import all_campaigns
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.store.db import db
from models import TeamRole


@organizers.get("/campaigns")
@least(TeamRole.VIEWER)
def campaigns() -> str:
    """Every campaign of theirs."""
    return render_template("organizers/campaigns/list.html", campaigns=all_campaigns(db.session, signed_in().campaigns))
