"""Nobody is rung before eight in the morning or from nine in the evening on, by the clock on their own wall."""

import pytest
from hypothesis import given

from app.clock import EASTERN
from app.limits.hours.quiet import after_quiet, is_quiet
from tests.world.examples import MANY
from tests.world.time.clocks import MOMENTS, local, on_the_wall


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [("07:59", True), ("08:00", False), ("12:00", False), ("20:59", False), ("21:00", True), ("00:00", True)],
)
@pytest.mark.parametrize("day", ["2026-07-01", "2026-12-01", "2026-11-01", "2027-03-14"])
def test_the_day_has_the_same_quiet_hours_in_every_season(day, moment, quiet):
    assert is_quiet(local(f"{day} {moment}")) is quiet


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2026-11-02 12:34", "2026-11-02 12:34"),
        ("2026-11-02 21:00", "2026-11-03 08:00"),
        ("2026-10-31 23:30", "2026-11-01 08:00"),
        ("2026-11-01 01:30", "2026-11-01 08:00"),
        ("2027-03-13 22:00", "2027-03-14 08:00"),
        ("2027-03-14 03:00", "2027-03-14 08:00"),
    ],
)
def test_after_a_night_comes_eight_in_the_morning_whatever_the_clocks_did(moment, first):
    assert on_the_wall(after_quiet(local(moment))) == first


@MANY
@given(moment=MOMENTS)
def test_there_is_never_long_to_wait_and_never_a_ring_at_night(moment):
    rings = after_quiet(moment)
    assert rings >= moment
    assert not is_quiet(rings)
    assert 8 <= rings.astimezone(EASTERN).hour < 21
    assert (rings - moment).total_seconds() <= 12 * 3600  # eleven hours of night, one more when clocks go back
