"""A campaign's logo and its picture for sharing are chosen, or taken away."""

from http import HTTPStatus

from flask import abort, request
from flask_security import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from app.apart import NoPlaceError
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.look.encode import LARGEST_FILE, Encoded, NotAPictureError, encode
from app.campaigns.look.pictures import keep_picture
from app.guard.route_classes import UPLOAD
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.look.page import LOOK, LOOK_PAGE, PICTURES, before_anybody_types, show, told_of_look
from app.organizers.change import Who, saved
from app.organizers.no_place import NO_PLACE, Waiting, come_back
from app.store.db import db
from models import TeamRole

NO_FILE = "Choose a file first: a PNG, JPEG or WebP picture."
WITHIN = {"logo": (480, 160), "share_picture": (1200, 1200)}


@organizers.post(f"{LOOK}/<which>")
@least(TeamRole.ORGANIZER)
@of_class(UPLOAD)
def change_picture(campaign_id: int, which: str) -> Response | tuple[str, int] | Waiting:
    """Prepare another picture, or none."""
    words = found_campaign(campaign_id)
    if which not in PICTURES:
        abort(HTTPStatus.NOT_FOUND)
    db.session.rollback()  # no connection waits while the picture is decoded
    try:
        picture = None if request.form.get("remove") else _chosen(request.files.get("picture"), which)
    except NotAPictureError as wrong:
        words = found_campaign(campaign_id)
        return show(words, before_anybody_types(words).with_error(which, str(wrong))), HTTPStatus.UNPROCESSABLE_ENTITY
    except NoPlaceError:
        words = found_campaign(campaign_id)
        return come_back(show(words, before_anybody_types(words).with_error(which, NO_PLACE)))

    def save(who: Who) -> bool:
        kept = keep_picture(db.session, picture, by=current_user.email) if picture else None
        typed = Typed({PICTURES[which]: kept}, request.form.get("seen", ""))
        return prepare(db.session, campaign_id, typed, by=who.by, now=who.now)

    return LOOK_PAGE.tells(saved(told_of_look(words), save), campaign_id=campaign_id)


def _chosen(file: FileStorage | None, which: str) -> Encoded:
    if file is None or not file.filename:
        raise NotAPictureError(NO_FILE)
    return encode(file.stream.read(LARGEST_FILE + 1), within=WITHIN[which])
