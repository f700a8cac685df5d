"""By the hours of where a number lies: its area code's zones, and the narrower window where there are several."""

from collections import defaultdict
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from phonenumbers.tzdata import TIMEZONE_DATA

from app.limits.hours.area_codes import AREAS
from app.limits.hours.quiet import after_quiet, is_quiet, zones_of
from tests.world.time.clocks import local, on_the_wall

HONOLULU, GUAM = "+18085550123", "+16715550123"


def in_honolulu(moment):
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Pacific/Honolulu")).astimezone(UTC)


@pytest.mark.parametrize(("moment", "quiet"), [("03:05", True), ("07:59", True), ("08:00", False), ("14:59", False)])
def test_honolulu_sleeps_at_three_in_the_morning(moment, quiet):
    assert is_quiet(in_honolulu(f"2026-11-03 {moment}"), zones_of(HONOLULU)) is quiet


@pytest.mark.parametrize(
    ("phone", "first"),
    [
        ("+16175550123", "2026-11-03 09:00"),
        ("+13125550123", "2026-11-03 09:00"),  # Chicago, an hour behind: eight there is nine here
        ("+16025550123", "2026-11-03 10:00"),  # Phoenix
        ("+14155550123", "2026-11-03 11:00"),  # San Francisco
        (HONOLULU, "2026-11-03 13:00"),
        ("+19075550123", "2026-11-03 13:00"),  # Alaska goes by three clocks, the Aleutians' are the last
        ("+19065550123", "2026-11-03 09:00"),  # two zones of Michigan
        ("+12995550123", "2026-11-03 11:00"),  # nobody knows yet where that is: from coast to coast
    ],
)
def test_it_is_rung_from_eight_in_the_morning_by_every_clock_there(phone, first):
    assert on_the_wall(after_quiet(local("2026-11-03 09:00"), zones_of(phone))) == first


def test_where_days_hardly_meet_the_hours_are_few():
    rings = after_quiet(local("2026-11-03 09:00"), zones_of(GUAM))
    assert on_the_wall(rings) == "2026-11-03 17:00"
    assert not is_quiet(rings, zones_of(GUAM))


def test_the_table_says_what_its_source_says():
    source = defaultdict(set)
    for prefix, zones in TIMEZONE_DATA.items():
        if prefix.startswith("1") and len(prefix) > 3:
            source[prefix[1:4]].update(zones)
    ours = defaultdict(set)
    for zone, codes in AREAS.items():
        for code in codes.split():
            ours[code].add(zone)
    assert {code: zones for code, zones in source.items() if zones <= set(AREAS)} == ours
