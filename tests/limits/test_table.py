"""Every limit stands in one table, and is a setting whose reason stands with it."""

import pytest

from app.config import Settings
from app.limits.rings.ringing import limits_of
from app.limits.table import ASKS_TO_FORGET, FIXED, TABLE
from app.web.privacy.forgetting import ASKED_OFTEN

EVERY = sorted(name for names in TABLE.values() for name in names)


def test_each_stands_there_once():
    assert len(EVERY) == len(set(EVERY))


@pytest.mark.parametrize("name", EVERY)
def test_each_is_a_setting_that_says_why(name):
    assert len(Settings.model_fields[name].description) > 20


def test_those_of_a_ring_are_the_settings(settings):
    limits = limits_of(settings.model_copy(update={"calls_per_day": 7, "campaign_rings_per_day": 11}))
    assert (limits.of_number.a_day, limits.of_campaign.a_day) == (7, 11)


def test_what_is_no_setting_protects_somebody_of_the_table_and_counts_once():
    fixed = [limit.purpose for limits in FIXED.values() for limit in limits]
    assert set(FIXED) <= set(TABLE)
    assert len(fixed) == len(set(fixed))


def test_the_page_says_how_often_one_may_ask_to_be_forgotten():
    assert (ASKS_TO_FORGET.at_most, "three times today" in str(ASKED_OFTEN.text)) == (3, True)
