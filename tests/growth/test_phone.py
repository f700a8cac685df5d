"""Nothing that happens on the phone reads more where the log is longer."""

from itertools import count

import pytest

from app.calls.begin.hotline import call_dialed_in
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier, nobody_home
from tests.world.people.hotline_caller import HotlineCaller

LEGS = count(1)


@pytest.mark.parametrize("story", [a_conversation, a_busy_office, nobody_home])
def test_a_call_from_its_first_report_to_its_last_reads_no_more(grows, story):
    def a_whole_call(world):
        carrier = a_new_carrier(world.app, world.session, world.campaign)
        return lambda: [happens() for happens in story(carrier)]

    assert grows(a_whole_call) == []


def test_a_caller_who_was_rung_often_before_is_answered_without_reading_more(grows):
    def the_hotline(world):
        told = {"CallSid": f"CD{next(LEGS):032}", "From": "+16175550123"}

        def dials_in():
            HotlineCaller(world.app, 0).dials(**told)
            caller = HotlineCaller(world.app, call_dialed_in(world.session, told["CallSid"]))
            caller.says("welcome", 1, Digits="1", **told)
            caller.says("where", 2, Digits="4822", **told)
            caller.says("where", 3, SpeechResult="Holyoke", **told)
            caller.says("located", 4, Digits="1", **told)
            caller.says("script", 5, Digits="1", **told)
            assert "<Gather" in caller.says("script", 6, Digits="", **told)

        return dials_in

    assert grows(the_hotline) == []
