"""What the carrier makes of the voice that picks up at the office: told to organizers, and nothing goes by it."""

import pytest
from sqlalchemy import select

from models import CarrierEvent
from tests.world.people.journey import journey


@pytest.fixture
def world(settings, campaign):
    with journey(settings.model_copy(update={"machine_detection": True})) as world:
        world.supporter_phone.answers().then_presses("1", "1", "1")
        yield world


def guesses(world):
    told = select(CarrierEvent.name).where(CarrierEvent.kind == "machine")
    return list(world.call_log.session.scalars(told))


def test_a_machine_is_told_and_the_call_is_as_ever(world, call_log):
    world.office_phone.is_voicemail(after=6, message_seconds=20)
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert guesses(world) == ["machine_start"]
    assert (call.line_outcome, call.reported_outcome) == ("answered", "contact")  # what the supporter says counts


def test_a_person_is_told_too(world):
    world.office_phone.answers().talks_for(30)
    world.supporter_asks_to_be_called()
    assert guesses(world) == ["human"]


def test_the_supporters_own_phone_is_not_listened_to(world):
    world.supporter_phone.is_voicemail()
    world.supporter_asks_to_be_called()
    assert guesses(world) == []


def test_it_is_off_unless_asked_for(settings, campaign):
    with journey(settings) as world:
        world.supporter_phone.answers().then_presses("1", "1", "1")
        world.office_phone.is_voicemail(after=6)
        world.supporter_asks_to_be_called()
        assert guesses(world) == []
