"""The wall: a few big numbers that follow by themselves, for a phone bank's projector."""

from flask import render_template
from werkzeug.wrappers import Response as AnyResponse

from app.calls.now.reading import calls_now
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.action.shown import day_today
from app.organizers.dashboard.bands import BANDS
from app.organizers.dashboard.charts import chart_of
from app.organizers.dashboard.fragments import as_it_was
from app.organizers.dashboard.page import words_of
from app.organizers.dashboard.spans import Asked, asked
from app.organizers.dashboard.whom import whom_of
from app.representatives import directory
from app.statistics.reading import counts
from app.store.db import db
from models import Step, TeamRole


@organizers.get("/dashboard/wall")
@organizers.get("/campaigns/<int:campaign_id>/dashboard/wall")
@least(TeamRole.VIEWER)
def wall(campaign_id: int | None = None) -> str:
    """The page."""
    wanted = asked(campaign_id)
    return render_template("organizers/dashboard/wall.html", **_shown(wanted))


@organizers.get("/dashboard/wall/now")
@organizers.get("/campaigns/<int:campaign_id>/dashboard/wall/now")
@least(TeamRole.VIEWER)
def wall_fragment(campaign_id: int | None = None) -> AnyResponse:
    """Its numbers: nothing is sent where they are as they were."""
    wanted = asked(campaign_id)
    return as_it_was(render_template("organizers/dashboard/_wall.html", **_shown(wanted)))


def _shown(wanted: Asked) -> dict[str, object]:
    session, words = db.session, words_of(wanted.campaign_id)
    everybody = whom_of(session, wanted.span, directory(session), words)
    sitting = [it for it in everybody if it.sits]
    return {
        "asked": wanted,
        "shown": day_today(session, words, directory(session), wanted.now),
        "now": calls_now(session, wanted.now, wanted.theirs),
        "funnel": counts(session, wanted.span).funnel,
        "Step": Step,
        "reached": sum(it.state == "reached" for it in sitting),
        "offices": len(sitting),
        "chart": chart_of(session, wanted),
        "bands": BANDS,
    }
