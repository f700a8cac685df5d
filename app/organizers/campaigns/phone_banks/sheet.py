"""The sheet that hangs in the room: the campaign, its address, the code to type, and the same as a picture to scan."""

from http import HTTPStatus

from flask import abort, render_template, url_for
from markupsafe import Markup

from app.campaigns.look.qr_code import qr_code
from app.extensions import given, settings
from app.guard.who_may import least
from app.limits.rooms.codes import written
from app.limits.rooms.opening import rooms_of
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import LARGEST_ID, found_campaign
from app.organizers.campaigns.phone_banks.page import ROOM, SHEET
from app.store.db import db
from models import TeamRole


@organizers.get(ROOM)
@least(TeamRole.ORGANIZER)
def phone_bank(campaign_id: int, room_id: int) -> str:
    """The sheet, and how it goes."""
    words = found_campaign(campaign_id)
    room = next(iter(rooms_of(db.session, campaign_id, min(room_id, LARGEST_ID))), None)
    if room is None:
        abort(HTTPStatus.NOT_FOUND)
    page, base = url_for("web.campaign", slug=words.slug), settings().public_base_url
    link = f"{base}{url_for('web.campaign', slug=words.slug, room=room.code)}"
    return render_template(
        "organizers/campaigns/phone_banks/sheet.html",
        campaign=words,
        room=room,
        now=given().clock(),
        code=written(room.code),
        page=f"{base}{page}".partition("://")[2],
        link=link,
        picture=Markup(qr_code(link)),  # nosec B704 - squares of our own drawing
        notice=SHEET.notice(),
    )
