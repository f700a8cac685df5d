"""What the clock moves is written down, and no alert stands longer than what it tells of."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from app.jobs.by_date import move_campaigns
from app.store.alerts import raise_alert
from models import Alert, AlertKind, AuditEvent, Campaign, CampaignState

NOW = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


def test_a_pause_that_is_over_is_written_down_and_told_no_longer(session, campaign):
    raise_alert(session, AlertKind.PLACING_PAUSED, str(campaign), "It is paused.", link="/", now=NOW)
    session.execute(update(Campaign).values(state=CampaignState.PAUSED, back_at=NOW))
    move_campaigns(session, NOW)
    (event,) = session.scalars(select(AuditEvent)).all()
    assert (event.who, event.campaign_id) == ("its date", campaign)
    assert (event.before, event.after) == ({"state": "paused"}, {"state": "live"})
    assert session.scalars(select(Alert.over_at)).all() == [NOW]
