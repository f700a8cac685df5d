"""Whom a campaign calls, in which order, on which lines, and who is passed over."""

from dataclasses import replace

import pytest

from app.calls.whom.offices_in_turn import MOST_HOLDERS, holder_in_turn, listed_in_turn, plan
from app.calls.whom.search import Found
from app.campaigns.in_force import campaign_words
from app.representatives import NO_PLACE, HowFound, directory, in_seat
from models import LineKind, PassedOver, Wording

BARRETT, FIELD, VACANT, DUFFY = "25007", "25012", "25042", "25048"  # two lines, no number, nobody, one line


@pytest.fixture
def words(session, campaign):
    return campaign_words(session, campaign, 1)


@pytest.fixture
def seats(session):
    return directory(session)


@pytest.fixture
def aims_at(words, seats):
    """The office holder in a district's seat, of a campaign with something else about it."""
    return lambda geoid, **what: holder_in_turn(replace(words, **what), in_seat(seats.seat(geoid)), HowFound.TOWN)


@pytest.fixture
def holder_of(seats):
    return lambda geoid: seats.seat(geoid).holder.id


def places(planned):
    return [(office.nth, office.line_kind) for office in planned]


def test_every_line_of_a_holder_is_a_place_the_best_first(aims_at):
    assert places(plan([aims_at(BARRETT)])) == [(1, LineKind.CAPITOL), (1, LineKind.DISTRICT)]


def test_two_holders_come_in_turn(aims_at):
    assert places(plan([aims_at(BARRETT), aims_at(DUFFY)]))[-1] == (2, LineKind.CAPITOL)


@pytest.mark.parametrize(("geoid", "why"), [(VACANT, PassedOver.VACANT), (FIELD, PassedOver.NO_NUMBER)])
def test_who_cannot_be_rung_keeps_a_place_and_a_reason(aims_at, geoid, why):
    first, second = plan([aims_at(geoid), aims_at(DUFFY)])
    assert (first.passed_over, first.line_id) == (why, None)
    assert second.line_id


def test_nobody_to_ring_is_no_plan(aims_at):
    assert plan([aims_at(VACANT), aims_at(FIELD)]) == ()


def test_without_a_number_only_an_address_leaves_somebody_to_turn_to(aims_at):
    field, nobody = aims_at(FIELD), aims_at(VACANT)
    unknown = replace(field, person=replace(field.person, email=""))
    left = [[office.nth for office in Found(NO_PLACE, in_turn=(nobody, one)).to_write_to] for one in (field, unknown)]
    assert left == [[1, 2], []]


def test_who_supports_it_already_is_not_called(aims_at, holder_of):
    assert aims_at(DUFFY, with_us={holder_of(DUFFY)}).passed_over is PassedOver.SUPPORTS_ALREADY


def test_who_is_held_back_is_not_called_even_to_be_thanked(aims_at, holder_of):
    held = {"held_back": {holder_of(DUFFY)}, "with_us": {holder_of(DUFFY)}, "thanks_script": "Thank you."}
    assert aims_at(DUFFY, **held).passed_over is PassedOver.HELD_BACK


def test_who_supports_it_already_is_thanked_where_there_is_a_script_for_that(aims_at, holder_of):
    thanked = aims_at(DUFFY, with_us={holder_of(DUFFY)}, thanks_script="Thank you, [Representative].")
    assert (thanked.passed_over, thanked.wording) == (None, Wording.THANKS)


def test_others_are_asked_though_there_is_a_script_of_thanks(aims_at):
    assert aims_at(DUFFY, thanks_script="Thank you.").wording is Wording.ASK


def test_a_list_is_called_in_its_order_without_who_has_left(words, seats, holder_of):
    listed = (holder_of(DUFFY), 999_999, holder_of(BARRETT))
    in_turn = listed_in_turn(replace(words, listed=listed), seats)
    assert [(one.person.name, one.how) for one in in_turn] == [
        ("Pat Duffy", HowFound.LISTED),
        ("John Barrett", HowFound.LISTED),
    ]


def test_a_long_list_goes_on_until_enough_can_be_rung(aims_at, seats):
    everybody = [aims_at(geoid) for geoid in sorted(seats.seats)[:20]]
    planned = plan([aims_at(VACANT), *everybody])
    assert len({office.nth for office in planned if office.line_id}) == MOST_HOLDERS


def by_switchboard(words):
    whom = replace(words.content.whom, switchboard=True)
    return {"content": replace(words.content, whom=whom)}


def test_who_has_no_number_is_reached_through_the_switchboard_where_the_campaign_allows_it(aims_at, words):
    (office,) = plan([aims_at(FIELD, **by_switchboard(words))])
    assert (office.line_kind, office.number[-4:], office.passed_over) == (LineKind.SWITCHBOARD, "2000", None)
    assert office.line_id


@pytest.mark.parametrize("geoid", [DUFFY, VACANT])
def test_nobody_else_is_reached_through_the_switchboard(aims_at, words, geoid):
    assert LineKind.SWITCHBOARD not in [kind for _, kind in places(plan([aims_at(geoid, **by_switchboard(words))]))]
