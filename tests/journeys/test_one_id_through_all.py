"""One id finds in the log what a click, the job that rings for it and the carrier's requests did."""

import re

from tests.world.people.journey import journey

ASKED = re.compile(r"event='call_requested' call=(\d+) request='([0-9a-f-]+)'")


def test_a_call_is_found_by_the_id_that_its_page_was_answered_with(settings, campaign, capfd):
    with journey(settings.model_copy(update={"log_level": "INFO"})) as world:
        world.supporter_phone.answers().then_presses("1", "1", "1")
        world.office_phone.answers().talks_for(10)
        answer = world.supporter_asks_to_be_called()
        world.waits()
    printed = "".join(capfd.readouterr())
    ((call, asked_by),) = ASKED.findall(printed)
    assert answer.history[-1].headers["X-Request-ID"] == asked_by
    assert re.search(rf"event='call_placed' call={call} request='{asked_by}'", printed)
    (by_the_carrier,) = re.findall(rf"event='call_ended' call={call} request='([0-9a-f-]+)' status='com", printed)
    assert by_the_carrier != asked_by
