"""The dashboard: what happens now, and what came of it today, within days, or ever."""

from flask import render_template, request
from werkzeug.wrappers import Response as AnyResponse

from app.calls.inbox.reading import how_many
from app.calls.inbox.wanted import NotesWanted, Show
from app.calls.now.reading import calls_now
from app.calls.queue.reports import line_reports
from app.campaigns.in_force import CampaignWords, prepared_words
from app.guard.who_may import least
from app.limits.money.forecast import share_spent
from app.limits.money.shown import money_of
from app.organizers.alerts.standing import reader
from app.organizers.blueprint import organizers
from app.organizers.campaigns.action.shown import day_today
from app.organizers.dashboard import told
from app.organizers.dashboard.bands import BANDS
from app.organizers.dashboard.beside import pairs_of
from app.organizers.dashboard.charts import chart_of, rows_of
from app.organizers.dashboard.fragments import as_it_was
from app.organizers.dashboard.health import ill_lines, none_is_ill
from app.organizers.dashboard.notes import notes_of
from app.organizers.dashboard.spans import TITLES, Asked, asked
from app.organizers.dashboard.whom import whom_of
from app.organizers.log.choices import STANCES
from app.outgoing.alerts import standing_alerts
from app.representatives import directory
from app.statistics.counting import counted_to, lag
from app.statistics.reading import counts
from app.store.db import db
from models import EVERY_CAMPAIGN, TeamRole


@organizers.get("/dashboard")
@organizers.get("/campaigns/<int:campaign_id>/dashboard")
@least(TeamRole.VIEWER)
def dashboard(campaign_id: int | None = None) -> str:
    """The page; of counts that a job made, however many calls there were."""
    wanted, session = asked(campaign_id), db.session
    seats, words = directory(session), words_of(campaign_id)
    lines = line_reports(session, wanted.now)
    return render_template(
        "organizers/dashboard/page.html",
        asked=wanted,
        campaign=words,
        titles=TITLES,
        counted=counted_to(session),
        now=calls_now(session, wanted.now, wanted.theirs),
        shown=day_today(session, words, seats, wanted.now),
        **numbers_of(wanted, words),
        unanswered=how_many(session, NotesWanted(Show.NEEDS_ANSWER, wanted.theirs)),
        ill=list(ill_lines(lines, seats, standing_alerts(session, reader()))),
        none_is_ill=none_is_ill(lines),
        money=money_of(session, EVERY_CAMPAIGN if campaign_id is None else campaign_id, wanted.now),
        share_spent=share_spent,
        lag=round(lag(session, wanted.now).total_seconds()),
    )


@organizers.get("/dashboard/now")
@organizers.get("/campaigns/<int:campaign_id>/dashboard/now")
@least(TeamRole.VIEWER)
def now_fragment(campaign_id: int | None = None) -> AnyResponse:
    """Who is on the phone and who waits, and the numbers once more is counted than the page says; else nothing."""
    wanted, counted = asked(campaign_id), counted_to(db.session)
    told_before = request.args.get("counted") == counted
    now = calls_now(db.session, wanted.now, wanted.theirs)
    page = render_template("organizers/dashboard/_now.html", now=now, asked=wanted, counted=counted)
    if not told_before:
        numbers = numbers_of(wanted, words_of(campaign_id))
        page += render_template("organizers/dashboard/_numbers.html", asked=wanted, **numbers)
    return as_it_was(page)


def numbers_of(wanted: Asked, words: CampaignWords | None) -> dict[str, object]:
    """What came of calls."""
    session = db.session
    return {
        "told": told,
        "stances_in_words": STANCES,
        "counts": counts(session, wanted.span),
        "chart": chart_of(session, wanted),
        "bands": BANDS,
        "whom": whom_of(session, wanted.span, directory(session), words),
        "notes": notes_of(wanted),
        "rows": {"campaign": wanted.campaign_id, **rows_of(wanted.span.since, wanted.span.until)},
        "pairs": pairs_of,
    }


def words_of(campaign_id: int | None) -> CampaignWords | None:
    """Whom a campaign calls; nobody says it of all together."""
    return None if campaign_id is None else prepared_words(db.session, campaign_id)
