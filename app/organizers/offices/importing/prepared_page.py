"""An import that is prepared: what it will change, and the way back until it is in force."""

from http import HTTPStatus

from flask import abort, render_template
from werkzeug.wrappers import Response

from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.offices.importing.new_page import PATH
from app.organizers.offices.importing.shown import plan_shown
from app.organizers.offices.importing.told import CHANGED, IMPORT, as_told, subject
from app.representatives.importing import NotPreparedError, differences, undo
from app.store.db import db
from app.store.unit import unit
from models import PreparedImport, TeamRole

LARGEST_ID = 2**63 - 1


@organizers.get(f"{PATH}/<int:prepared_id>")
@least(TeamRole.ORGANIZER)
def prepared_import(prepared_id: int) -> str:
    """What it will change, as far as is known today."""
    prepared = db.session.get(PreparedImport, prepared_id) if prepared_id <= LARGEST_ID else None
    if prepared is None or prepared.took_force_at:
        abort(HTTPStatus.NOT_FOUND)
    shown = plan_shown(differences(db.session, prepared))
    return render_template("organizers/offices/importing/prepared.html", prepared=prepared, **shown)


@organizers.post(f"{PATH}/<int:prepared_id>/undo")
@least(TeamRole.ORGANIZER)
def undo_import(prepared_id: int) -> Response:
    """Take it back: everybody stays where they are."""
    try:
        with unit(db.session) as work:
            found = work.session.get(PreparedImport, min(prepared_id, LARGEST_ID))
            before = differences(work.session, found) if found and not found.took_force_at else None
            undo(work.session, min(prepared_id, LARGEST_ID))
            if before:
                note(work.session, CHANGED, subject(before), before=as_told(before), after={})
    except NotPreparedError:
        return IMPORT.tells("in-force")
    return IMPORT.tells("undone")
