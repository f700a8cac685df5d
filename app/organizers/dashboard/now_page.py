"""The part of the dashboard that changes by itself: a page asks for it every other second, and holds no connection."""

from flask import make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from app.calls.now.reading import calls_now
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.dashboard.spans import asked
from app.store.db import db
from models import TeamRole


@organizers.get("/dashboard/now")
@organizers.get("/campaigns/<int:campaign_id>/dashboard/now")
@least(TeamRole.VIEWER)
def now_fragment(campaign_id: int | None = None) -> AnyResponse:
    """Who is on the phone, and who waits; nothing is sent where it is as it was."""
    wanted = asked(campaign_id)
    now = calls_now(db.session, wanted.now, wanted.theirs)
    return as_it_was(render_template("organizers/dashboard/_now.html", now=now, asked=wanted))


def as_it_was(page: str) -> AnyResponse:
    """The fragment, or that nothing is new: its times tick in the browser."""
    answer = make_response(page)
    answer.add_etag()
    return answer.make_conditional(request)
