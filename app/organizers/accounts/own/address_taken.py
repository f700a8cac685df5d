"""Makes an address somebody's own, and tells whoever reads the old one."""

from enum import StrEnum

from app.extensions import given
from app.organizers.audited import note
from app.outgoing.letters import LetterKind, post
from app.store.db import db
from app.store.unit import unit
from app.team.addresses import AddressTakenError
from app.team.new_address import change_address
from models import AuditAct, Organizer


class Came(StrEnum):
    """What came of it."""

    CHANGED = "changed"
    TAKEN = "taken"


def take_address(organizer: Organizer, address: str) -> Came:
    """Make it theirs, as one unit of work."""
    old = organizer.email
    try:
        with unit(db.session) as work:
            change_address(work.session, organizer, address)
            before, after = {"address": old}, {"address": address}
            note(work.session, AuditAct.ADDRESS_CHANGED, who=old, before=before, after=after)
            if given().mailer.is_set_up:
                post(work.session, LetterKind.ADDRESS_CHANGED, organizer.id, old, queue=given().queue)
    except AddressTakenError:
        return Came.TAKEN
    return Came.CHANGED
