"""What a turn may do is known before its call is read."""

import pytest

from app.calls.steps.ahead import may_act
from app.calls.steps.table import STEPS
from tests.world.graph import every_way
from voice_flows.flow import PLACE


@pytest.mark.parametrize("step", sorted(STEPS))
def test_whatever_leads_to_something_that_is_done_is_foreseen(step):
    acting = {key for key, following in every_way(step) if STEPS[following].acts}
    assert {key for key in acting if not may_act(step, "01040" if key == PLACE else key)} == set()


@pytest.mark.parametrize(("step", "key"), [("greeting", "1"), ("script", "5"), ("after_office", "1")])
def test_a_key_that_only_leads_on_is_not_waited_for(step, key):
    assert not may_act(step, key)
