"""The picture that is drawn for sharing, as the campaign is prepared."""

import io

from flask import Response, send_file

from app.campaigns.look.drawn import drawn
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.look.page import LOOK
from app.store.db import db
from models import TeamRole


@organizers.get(f"{LOOK}/drawn.png")
@least(TeamRole.ORGANIZER)
def drawn_picture(campaign_id: int) -> Response:
    """The picture, with the headline in English."""
    picture = found_campaign(campaign_id).drawn_picture("en")
    db.session.rollback()  # no connection waits while it is drawn
    return send_file(io.BytesIO(drawn(picture)), mimetype="image/png")
