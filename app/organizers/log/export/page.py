"""Before the file: which calls it will have, about how many, what its columns mean; and how far it is, meanwhile."""

from math import ceil

from flask import Response, jsonify, render_template, request

from app.calls.shown.log.download import HowFar, how_far
from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.log.asked import asked_now
from app.organizers.log.export.columns import COLUMNS, NOTES
from app.organizers.log.export.download import KEY
from app.organizers.log.in_words import in_words
from app.serving.spreadsheets.workbook import ROWS_A_SHEET
from app.statistics.looking.how_many import how_many
from app.store.db import db
from models import DownloadEnd, TeamRole

A_SECOND = 2_500  # calls that are sent, at least, where nobody is on the phone
FEW_SECONDS, A_MINUTE = 10, 60


@organizers.get("/calls/file")
@least(TeamRole.ORGANIZER)
def export() -> str:
    """The page with the two buttons."""
    it = asked_now()
    counted = None if it.asked.noted else how_many(db.session, it.asked.filter, given().clock())
    return render_template(
        "organizers/log/export/page.html",
        asked=it.asked,
        told=in_words(it.asked, it.known),
        counted=counted,
        lasts=lasts(counted.calls) if counted else "",
        columns=(*COLUMNS, NOTES),
        rows_a_sheet=ROWS_A_SHEET,
    )


@organizers.get("/calls/file/how-far")
@least(TeamRole.ORGANIZER)
def export_progress() -> Response:
    """How far the file is that this page asked for: looked up once a second by its script."""
    key = request.args.get("download", "")
    it = how_far(db.session, key, signed_in().id) if KEY.fullmatch(key) else None
    about = request.args.get("about", type=int)
    if it is None:
        return jsonify(rows=0, says="", ended=None)
    return jsonify(rows=it.rows, says=told(it, about), ended=it.ended)


def told(it: HowFar, about: int | None) -> str:
    """How far it is in words; of about how many, while it goes on."""
    many = f"{it.rows:,} {'call' if it.rows == 1 else 'calls'}"
    match it.ended:
        case None:
            of = f" of about {about:,}" if about and about >= it.rows else ""
            return f"{it.rows:,}{of} calls are sent." if of or it.rows != 1 else "1 call is sent."
        case DownloadEnd.WHOLE:
            return f"Done: the file is whole, with {many}."
        case DownloadEnd.STOPPED:
            return f"It stopped after {many}, and is not whole. Was it ended here, or the network gone? Begin anew."
        case DownloadEnd.FAILED:
            return f"It failed on our side after {many}, and is not whole. Begin anew in a minute."


def lasts(calls: int) -> str:
    """About how long it takes to send so many."""
    seconds = calls / A_SECOND
    if seconds < FEW_SECONDS:
        return "some seconds"
    if seconds < A_MINUTE:
        return "less than a minute"
    minutes = ceil(seconds / A_MINUTE)
    return "about a minute" if minutes == 1 else f"about {minutes} minutes"
