"""Whether an office is open, why not, and when it opens next, as organizers read it."""

from datetime import date

import pytest

from app.organizers.offices.told import now_in_words
from app.representatives.opening import DayException, OpeningHours
from app.representatives.opening.spans import one_week
from tests.world.time.clocks import hours, local

USUAL = OpeningHours(holiday={date(2026, 11, 26): "Thanksgiving Day"}.get)
LUNCH = OpeningHours(week=one_week([[hours(9, 12), hours(13, 17)], (), *[[hours(9, 12)]] * 5]))
SNOW = OpeningHours(exceptions={date(2026, 11, 23): DayException((), "closed for snow.")})
NEVER = OpeningHours(week=one_week([()] * 7))
ALWAYS = OpeningHours(week=one_week([[hours(0, 24)]] * 7))
NIGHT = OpeningHours(week=one_week([[hours(20, 24)], [hours(0, 4.5)], *[()] * 5]))


@pytest.mark.parametrize(
    ("opening_hours", "now", "told"),
    [
        (USUAL, "2026-11-23 12:00", "Open now, until 5 PM."),
        (USUAL, "2026-11-23 08:00", "Closed now. Opens today at 9 AM."),
        (USUAL, "2026-11-23 18:00", "Closed now. Opens tomorrow at 9 AM."),
        (USUAL, "2026-11-28 12:00", "Closed now: it is the weekend. Opens Monday, Nov 30, at 9 AM."),
        (USUAL, "2026-11-26 12:00", "Closed now: Thanksgiving Day. Opens tomorrow at 9 AM."),
        (SNOW, "2026-11-23 12:00", "Closed now: closed for snow. Opens tomorrow at 9 AM."),
        (LUNCH, "2026-11-23 12:30", "Closed now, for a break. Opens today at 1 PM."),
        (LUNCH, "2026-11-24 12:30", "Closed now: it does not open on this day of the week. Opens tomorrow at 9 AM."),
        (NEVER, "2026-11-28 12:00", "Closed now: it is the weekend. It does not open within 60 days."),
        (ALWAYS, "2026-11-28 12:00", "Open now, day and night."),
        (NIGHT, "2026-11-23 22:00", "Open now, until tomorrow at 4:30 AM."),
    ],
)
def test_now_in_words(opening_hours, now, told):
    assert now_in_words(opening_hours, local(now)) == told
