"""One edition that was published: all that it says, and what it says otherwise than the one in force."""

from http import HTTPStatus

from flask import abort, render_template

from app.campaigns.editions.compare import differences
from app.campaigns.editions.content import Content
from app.campaigns.editions.earlier import edition_in_force, published_edition
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import LARGEST_ID, found_campaign
from app.organizers.editions.publish_page import change_of
from app.organizers.editions.told import told
from app.representatives import directory
from app.store.db import db
from models import TeamRole


@organizers.get("/campaigns/<int:campaign_id>/editions/<int:edition_id>")
@least(TeamRole.ORGANIZER)
def edition(campaign_id: int, edition_id: int) -> str:
    """The edition as it was."""
    words = found_campaign(campaign_id)
    it = published_edition(db.session, campaign_id, edition_id) if edition_id <= LARGEST_ID else None
    in_force = edition_in_force(db.session, campaign_id)
    if it is None or in_force is None:
        abort(HTTPStatus.NOT_FOUND)
    facts = directory(db.session)
    return render_template(
        "organizers/editions/edition.html",
        campaign=words,
        edition=it.row,
        told=told(differences(Content(), it.content), facts),
        differs=told(differences(in_force.content, it.content), facts),
        seen=change_of(campaign_id).seen,
    )
