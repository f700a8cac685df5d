"""A turn that is sent again changes nothing and is answered alike: every step, every answer, in every language."""

from itertools import cycle, product

import pytest

from app.calls.steps.heard import BridgeEnd
from app.calls.steps.table import MAY_BECOME, STEPS, TOLD
from models import LegStatus
from tests.calls.steps.situations import SITUATIONS, World, code_of_booked, everybody_hangs_up
from tests.world.database.kept import everything_kept
from tests.world.every import every
from tests.world.examples import sized
from voice_flows.words import WORDS

BUSY = {"bridge": BridgeEnd(LegStatus.BUSY)}

# Each step at which something is done or kept: in which situation, after which step and with what heard it is reached.
WAYS = {
    "script": ("rung", "greeting", {"keys": "1"}),
    "never_again": ("rung", "never_again_sure", {"keys": "9"}),
    "no_key": ("rung", "greeting_last", {}),
    "connect": ("rung", "script", {"keys": "1"}),
    "closed": ("closed", "script", {"keys": "1"}),
    "closed_again": ("closed", "closed", {}),
    "leave_message": ("closed", "closed", {"keys": "1"}),
    "book": ("closed", "closed", {"keys": "2"}),
    "book_soon": ("rung", "try_later", {"keys": "1"}),
    "waits_turn": ("full", "script", {"keys": "1"}),
    "resting": ("resting", "script", {"keys": "1"}),
    "held_back": ("held back", "script", {"keys": "1"}),
    "come_back": ("rung", "connect", {"keys": "*"}),
    "other_line": ("resting but for another line", "script", {"keys": "1"}),
    "after_office": ("rung", "connect", BUSY),
    "talked": ("talked", "after_office", {"keys": "1"}),
    "left_message": ("talked", "after_office", {"keys": "2"}),
    "nobody": ("talked", "after_office", {"keys": "3"}),
    "mailbox_full": ("talked", "after_office", {"keys": "4"}),
    "next_office": ("talked", "talked", {}),
    "language_chosen": ("dialed in", "welcome", {"keys": "3"}),
    "have_booking": ("booked", "where", code_of_booked),
    "booking_canceled": ("keyed the code of that", "have_booking", {"keys": "0"}),
    "peace_for_a_day": ("dialed in", "hotline_never_again", {"keys": "9"}),
    "ring_back": ("dialed in", "peace_for_a_day", {"keys": "9"}),
    "cannot_ring_back": ("dialed in at night", "peace_for_a_day", {"keys": "9"}),
    "not_asked": ("rung back", "confirm", {"keys": "1"}),
    "ring_to_forget": ("dialed in", "peace_for_a_day", {"keys": "6"}),
    "cannot_ring_to_forget": ("dialed in at night", "peace_for_a_day", {"keys": "6"}),
    "forgotten": ("rung to forget", "confirm_forget", {"keys": "6"}),
    "forgotten_but_held": ("rung to forget while held", "confirm_forget", {"keys": "6"}),
    "not_to_forget": ("rung to forget", "confirm_forget", {"keys": "1"}),
    "code_accepted": ("page waits", "where", {"keys": "4821"}),
    "located": ("unknown", "where", {"speech": "qwerty"}),
    "located_again": ("misspelled", "located", {}),
    "picked": ("would rather not say", "located", {"keys": "2"}),
    "street_heard": ("two districts", "located", {"speech": "Main Street"}),
    "street_agreed": ("a street", "street_heard", {"keys": "1"}),
    "street_again": ("a street", "street_heard", {"keys": "0"}),
    "street_skipped": ("two districts", "located", {"keys": "0"}),
    "house_heard": ("a divided street", "street_agreed", {"keys": "100"}),
    "area_picked": ("a street of several parts", "street_agreed", {"keys": "1"}),
    "place_picked": ("misspelled", "located", {"keys": "1"}),
    "senator_wanted": ("vacant", "located", {"keys": "1"}),
    "what_came_of_it": ("dialed in", "over", {"keys": "3"}),
    "agreed": ("one office", "located", {"keys": "1"}),
    "office_calls": ("dialed in", "welcome", {"keys": "7"}),
    "office_contact": ("somebody is there for offices", "office_calls", {"keys": "1"}),
    "office_less": ("dialed in", "office_calls", {"keys": "2"}),
    "office_called_less": ("dialed in", "office_less", {"keys": "1"}),
    "office_never_called": ("dialed in", "office_less", {"keys": "2"}),
}
FIRST = (
    "greeting",
    "confirm",
    "confirm_forget",
    "welcome",
    "paused",
    "paused_until",
    "not_begun",
    "over",
    "too_often",
    "shows_no_number",
    "took_long",
    "call_yourself",
)

HEARD = [*({"keys": key} for key in (*"0123456789*#", "01040", "4821", "")), {"speech": "Holyoke"}, BUSY]
HAVE_AN_OFFICE = {
    "rung",
    "rung back",
    "rung to forget",
    "rung to forget while held",
    "closed",
    "full",
    "resting",
    "resting but for another line",
    "held back",
    "talked",
    "over",
}
EVERY = list(product(STEPS, HEARD))
LANGUAGES = sorted(WORDS)


@pytest.fixture
def world(session, app, campaign):
    """A world in a language, in which nobody is on the phone."""

    def world(language):
        everybody_hangs_up(session)
        return World(session, app.extensions["ringdown"], campaign, language)

    return world


@pytest.fixture
def twice(session):
    """Lets a turn be taken, and sends it again; returns how it was answered."""

    def twice(take):
        first, kept = take(), everything_kept(session)
        again = take()
        assert (again.step, again.rank, again.verbs) == (first.step, first.rank, first.verbs)
        assert everything_kept(session) == kept
        return first

    return twice


@pytest.mark.parametrize(("step", "language"), sized([*zip(WAYS, cycle(LANGUAGES))], [*product(WAYS, LANGUAGES)]))
def test_a_step_at_which_something_is_done_is_reached_once(world, twice, step, language):
    situation, asked, heard = WAYS[step]
    phone = SITUATIONS[situation](world(language))
    heard = heard(phone) if callable(heard) else heard
    assert twice(lambda: phone.answers(asked, **heard)).step == step


@every("step", FIRST)
@every("language", LANGUAGES)
def test_a_call_begins_once(world, twice, step, language):
    phone = SITUATIONS[
        {"greeting": "rung", "confirm": "rung back", "confirm_forget": "rung to forget"}.get(step, "dialed in")
    ](world(language))
    assert twice(lambda: phone.begins(step)).step == step


def test_no_step_is_left_out():
    assert {*WAYS, *FIRST} == set(TOLD)


@pytest.mark.parametrize("situation", SITUATIONS)
@every(("language", "case"), [*zip(cycle(LANGUAGES), EVERY[:: sized(199, 5)])])
def test_whatever_is_heard_at_whatever_step_is_answered_alike(world, twice, situation, language, case):
    step, heard = case
    phone = SITUATIONS[situation](world(language))
    if heard is not BUSY or situation in HAVE_AN_OFFICE:
        twice(lambda: phone.answers(step, **heard))


LED = dict.fromkeys(("closed", "waits_turn", "resting", "held_back", "other_line"), "connect")


@pytest.mark.parametrize(
    ("step", "asked_for"),
    [
        *LED.items(),
        ("have_booking", "located"),
        ("cannot_ring_back", "ring_back"),
        ("cannot_ring_to_forget", "ring_to_forget"),
    ],
)
def test_where_the_app_leads_a_call_instead_is_said_in_the_record(step, asked_for):
    assert step in MAY_BECOME[asked_for]
