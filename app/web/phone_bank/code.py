"""Reads the code of a phone bank, if one was typed or came with the link: one statement, and none without a code."""

from collections.abc import Mapping

from app.extensions import given
from app.guard.visitors import this_visitor
from app.language.sentences import Sentence, sentence
from app.limits.rooms.room import NoRoom, Room, room_by
from app.serving.forms import F, Filled
from app.store.db import db
from app.store.unit import unit

WITHOUT = sentence("Or leave the code out: everything else works without it.")
WHY_NOT: Mapping[NoRoom, Sentence] = {
    NoRoom.UNKNOWN: sentence("We do not know this code here. Compare it with the sheet."),
    NoRoom.NOT_YET: sentence("This phone bank has not opened yet. Its code works once it has."),
    NoRoom.OVER: sentence("This phone bank is over, and so is its code."),
    NoRoom.TRIED_OFTEN: sentence("Too many wrong codes were tried from here. Try again in an hour."),
}
USED_UP = sentence(
    "As many people as this phone bank was made for have been rung by its code. Ask whoever runs it for another, or "
    "call the office on your own phone."
)


def with_room(form: Filled[F], campaign_id: int) -> tuple[Filled[F], Room | None]:
    """The room whose code stands in the form, or the form with what is wrong with it."""
    typed = form.typed.get("room", "")
    if not typed:
        return form, None
    own = given()
    now = own.clock()
    with unit(db.session) as work:
        found = room_by(work.session, own.vault, typed, campaign_id, visitor=this_visitor(now), now=now)
    if isinstance(found, Room):
        return form, found
    return form.with_error("room", WHY_NOT[found], WITHOUT), None
