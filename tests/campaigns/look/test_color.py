"""A campaign's color can be read on our paper, by day as it was chosen, at night made lighter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.look.color import DARK, ENOUGH, LIGHT, by_day, by_night, contrast, is_readable, readable
from tests.world.examples import MANY

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#0f5c63", "#0f5c63", 1)])
def test_contrast_is_what_the_guidelines_say(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("color", "reads"), [("#0f5c63", True), ("#000000", True), ("#ffcc00", False), ("#ffffff", False)]
)
def test_a_pale_color_is_not_readable(color, reads):
    assert is_readable(color) is reads


@MANY
@given(COLORS)
def test_the_color_that_is_offered_instead_is_readable(color):
    assert is_readable(readable(color))


@MANY
@given(COLORS)
def test_whatever_was_chosen_can_be_read_by_day_and_at_night(color):
    day, night = by_day(readable(color)), by_night(color)
    assert min(contrast(day.accent, ground) for ground in (*LIGHT, day.wash, day.on_accent)) >= ENOUGH
    assert min(contrast(night.accent, ground) for ground in (*DARK, night.on_accent)) >= ENOUGH
