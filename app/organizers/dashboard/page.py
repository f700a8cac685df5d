"""The dashboard: what happens now, and what came of it today, within days, or ever."""

from flask import render_template

from app.calls.now.reading import calls_now
from app.calls.queue.reports import line_reports
from app.campaigns.in_force import CampaignWords, prepared_words
from app.guard.who_may import least
from app.limits.money.forecast import share_spent
from app.limits.money.shown import money_of
from app.organizers.alerts.standing import reader
from app.organizers.blueprint import organizers
from app.organizers.dashboard import told
from app.organizers.dashboard.bands import BANDS
from app.organizers.dashboard.beside import pairs_of
from app.organizers.dashboard.charts import chart_of, rows_of
from app.organizers.dashboard.health import ill_lines
from app.organizers.dashboard.notes import notes_of
from app.organizers.dashboard.spans import TITLES, asked
from app.organizers.dashboard.whom import whom_of
from app.organizers.log.choices import STANCES
from app.outgoing.alerts import standing_alerts
from app.representatives import directory
from app.statistics.counting import lag
from app.statistics.reading import counts
from app.store.db import db
from models import EVERY_CAMPAIGN, TeamRole


@organizers.get("/dashboard")
@organizers.get("/campaigns/<int:campaign_id>/dashboard")
@least(TeamRole.VIEWER)
def dashboard(campaign_id: int | None = None) -> str:
    """The page; of counts that a job made, however many calls there were."""
    wanted, session = asked(campaign_id), db.session
    seats = directory(session)
    words = words_of(campaign_id)
    everybody = whom_of(session, wanted.span, seats, words)
    return render_template(
        "organizers/dashboard/page.html",
        asked=wanted,
        campaign=words,
        titles=TITLES,
        told=told,
        stances_in_words=STANCES,
        now=calls_now(session, wanted.now, wanted.theirs),
        counts=counts(session, wanted.span),
        chart=chart_of(session, wanted),
        bands=BANDS,
        whom=everybody,
        notes=notes_of(wanted),
        rows={"campaign": campaign_id, **rows_of(wanted.span.since, wanted.span.until)},
        pairs=pairs_of,
        ill=list(ill_lines(line_reports(session, wanted.now), seats, standing_alerts(session, reader()))),
        money=money_of(session, EVERY_CAMPAIGN if campaign_id is None else campaign_id, wanted.now),
        share_spent=share_spent,
        lag=round(lag(session, wanted.now).total_seconds()),
    )


def words_of(campaign_id: int | None) -> CampaignWords | None:
    """Whom a campaign calls; nobody says it of all together."""
    return None if campaign_id is None else prepared_words(db.session, campaign_id)
