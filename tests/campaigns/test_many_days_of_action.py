"""However many days of action are ahead, the next one binds."""

from datetime import date, timedelta

from app.calls.hours.action_days import action_days, today
from tests.world.campaign.action import day_of_action
from tests.world.time.clocks import local

A_WEEK = timedelta(days=7)
FIRST = date(2026, 11, 3)


def test_the_first_of_a_session_of_tuesdays_binds_on_its_day(session, campaign):
    for nth in range(26):
        day_of_action(session, campaign, day=FIRST + nth * A_WEEK)
    days = action_days(session, campaign)
    assert today(days, local("2026-11-03 10:00")).day == FIRST
