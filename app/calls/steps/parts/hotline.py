"""On the hotline: the language, where somebody lives, whom that makes."""

from app.calls.steps.acts import place, whom
from app.calls.steps.acts.another_time import cancel_booking
from app.calls.steps.acts.campaign import when_it_goes_on
from app.calls.steps.acts.instead import whom_to_call_yourself
from app.calls.steps.acts.more_time import wait_longer
from app.calls.steps.acts.place import what_came_of_it
from app.calls.steps.parts.greeting import TOOK_LONG
from app.calls.steps.step import Meaning, Step
from models import EndReason
from voice_flows.parts import hotline

STEPS = (
    Step(
        hotline.welcome,
        "The supporter dials in",
        becomes=(
            "paused",
            "paused_until",
            "not_begun",
            "over",
            "too_often",
            "shows_no_number",
            "call_yourself",
            "office_calls",
        ),
    ),
    Step(hotline.hotline_never_again),
    Step(hotline.hotline_more_time, act=wait_longer),
    Step(
        hotline.language_chosen,
        "The supporter chooses a language",
        act=whom.speak_their_language,
    ),
    Step(hotline.where),
    Step(hotline.where_again, becomes=(TOOK_LONG,)),
    Step(hotline.where_by_keys),
    Step(hotline.where_help),
    Step(
        hotline.located,
        "The supporter says where they live",
        act=place.hear_place,
        becomes=("code_accepted", "have_booking", "agreed", "language_chosen"),
        look=what_came_of_it,
    ),
    Step(hotline.located_again, "The supporter hears again what came of that", look=what_came_of_it),
    Step(hotline.picked, "The supporter chooses from a menu", act=place.take_choice, look=what_came_of_it),
    Step(hotline.place_picked, "The supporter says which place they mean", act=place.take_place, look=what_came_of_it),
    Step(hotline.senator_wanted, "The supporter asks for the senator", act=place.want_senator, look=what_came_of_it),
    Step(hotline.agreed, "The supporter agrees on whom to call", act=whom.agree),
    Step(hotline.code_accepted, "The supporter's page follows this call from now on"),
    Step(hotline.have_booking, "The supporter hears when we are to ring them"),
    Step(hotline.booking_canceled, "The supporter cancels the call that was agreed on", act=cancel_booking),
    Step(hotline.paused, "The supporter hears that the campaign takes a break"),
    Step(
        hotline.paused_until,
        "The supporter hears that the campaign takes a break, and until when",
        look=when_it_goes_on,
    ),
    Step(hotline.not_begun, "The supporter hears when the campaign begins", look=when_it_goes_on),
    Step(hotline.over, "The supporter dials in after the campaign has ended"),
    Step(
        hotline.what_came_of_it,
        "The supporter hears that the campaign has ended, and what came of it",
        act=whom.speak_their_language,
    ),
    Step(hotline.too_often, "The supporter called very often and is asked to wait"),
    Step(hotline.shows_no_number, "Very many called without showing a number; the supporter is asked to wait"),
    Step(
        hotline.call_yourself,
        "The supporter hears that nobody is connected just now, and whom to call themselves",
        look=whom_to_call_yourself,
        means=Meaning(reason=EndReason.HELD),
    ),
)
