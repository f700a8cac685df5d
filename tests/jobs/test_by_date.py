"""What the clock moves is written down, and no alert stands longer than what it tells of."""

from datetime import UTC, date, datetime

from sqlalchemy import select, update

from app.campaigns.state.number import keep_number_until
from app.jobs.by_date import move_campaigns, tell_numbers
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


def test_a_number_whose_day_is_past_is_told_until_somebody_decides(session, campaign):
    session.execute(update(Campaign).values(state=CampaignState.ARCHIVED, number_kept_until=date(2026, 11, 27)))
    tell_numbers(session, NOW)
    alert = session.scalars(select(Alert)).one()
    assert (alert.kind, alert.link) == (AlertKind.NUMBER_KEPT, f"/organizers/campaigns/{campaign}/state")
    assert alert.sentence == (
        "(617) 555-0100 was to stay with “the Safe Communities Act” until November 27. Keep it longer, or let it go."
    )
    keep_number_until(session, campaign, date(2026, 12, 24))
    tell_numbers(session, NOW)
    assert session.scalars(select(Alert.over_at)).all() == [NOW]
