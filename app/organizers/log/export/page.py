"""Before the file: which calls it will have and about how many, what its columns mean, and what may stand in it."""

from flask import render_template

from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.log.asked import asked_now
from app.organizers.log.export.columns import COLUMNS, NOTES
from app.organizers.log.in_words import in_words
from app.serving.spreadsheets.workbook import ROWS_A_SHEET
from app.statistics.looking.how_many import how_many
from app.store.db import db
from models import TeamRole


@organizers.get("/calls/file")
@least(TeamRole.ORGANIZER)
def export() -> str:
    """The page with the two buttons."""
    it = asked_now()
    return render_template(
        "organizers/log/export/page.html",
        asked=it.asked,
        told=in_words(it.asked, it.known),
        counted=None if it.asked.noted else how_many(db.session, it.asked.filter),
        columns=(*COLUMNS, NOTES),
        rows_a_sheet=ROWS_A_SHEET,
    )
