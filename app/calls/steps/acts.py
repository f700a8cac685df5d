"""What is done when a call arrives at a step, before the step is spoken: once, and again without harm."""

from collections.abc import Callable, Mapping

from app.calls.shown.call import CallFacts
from app.calls.steps import at_the_office, on_the_hotline
from app.calls.steps.at_hand import AtHand
from app.calls.steps.situation import Arrival, Situation

Act = Callable[[AtHand, CallFacts, Arrival], Situation]

ACTS: Mapping[str, Act] = {
    "connect": at_the_office.ask_for_line,
    "other_line": at_the_office.ask_for_line,
    "leave_message": at_the_office.ask_for_machine,
    "after_office": at_the_office.let_rest_unless_answered,
    "mailbox_full": at_the_office.let_rest,
    "book": at_the_office.book_when_open,
    "book_soon": at_the_office.book_in_ten_minutes,
    "language_chosen": on_the_hotline.speak_their_language,
    "located": on_the_hotline.hear_place,
    "picked": on_the_hotline.take_choice,
    "place_picked": on_the_hotline.take_place,
    "senator_wanted": on_the_hotline.want_senator,
    "agreed": on_the_hotline.agree,
    "agreed_last": on_the_hotline.agree_on_last,
    "booking_canceled": on_the_hotline.cancel_booking,
    "never_again": on_the_hotline.never_call,
}


def act(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Do what the step needs; most need nothing."""
    todo = ACTS.get(arrival.step)
    return todo(own, call, arrival) if todo else Situation(arrival)
