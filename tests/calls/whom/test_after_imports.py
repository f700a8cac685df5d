"""A campaign's lists mean people: whoever leaves and returns, or changes seat, is still on them."""

from dataclasses import replace

import pytest

from app.calls.whom.offices_in_turn import holder_in_turn, listed_in_turn
from app.campaigns.in_force import campaign_words
from app.representatives import HowFound, directory, in_seat
from models import OfficeHolder, PassedOver, Wording
from tests.representatives.importing.people_csv import import_rows, ma_rows, somebody_new

CHRIS, KIP = "25001", "25002"  # the seats of the 1st and the 2nd Barnstable


@pytest.fixture
def words(session, campaign):
    """The campaign with Chris Flanagan and Kip Diggs on its list, and Chris among those who support it already."""
    chris, kip = (directory(session).seat(geoid).holder.id for geoid in (CHRIS, KIP))
    return replace(campaign_words(session, campaign, 1), listed=(chris, kip), with_us=frozenset({chris}))


@pytest.fixture
def returned(session):
    """A wrong file without Chris Flanagan was imported, and then the right one."""
    import_rows(session, [somebody_new(ma_rows()[0]), *ma_rows()[1:]])
    import_rows(session, ma_rows())


@pytest.fixture
def swapped(session):
    """Chris Flanagan and Kip Diggs have each other's seats."""
    first, second, *others = ma_rows()
    seats = [row["current_district"] for row in (first, second)]
    import_rows(session, [first | {"current_district": seats[1]}, second | {"current_district": seats[0]}, *others])


def listed(session, words):
    in_turn = listed_in_turn(words, directory(session))
    return [(one.person.name, one.person.geoid) for one in in_turn]


def aimed_at(session, words, geoid):
    return holder_in_turn(words, in_seat(directory(session).seat(geoid)), HowFound.TOWN)


def test_who_left_and_returned_is_called(session, words, returned):
    assert listed(session, words) == [("Chris Flanagan", CHRIS), ("Kip Diggs", KIP)]


def test_a_call_reaches_for_the_row_in_which_they_sit_now(session, words, returned):
    holder = session.get_one(OfficeHolder, listed_in_turn(words, directory(session))[0].person.holder_id)
    assert (holder.name, holder.valid_to, holder.id in words.listed) == ("Chris Flanagan", None, False)


def test_who_left_and_returned_is_not_asked_again_for_support(session, words, returned):
    assert aimed_at(session, words, CHRIS).passed_over is PassedOver.SUPPORTS_ALREADY


def test_who_left_and_returned_is_thanked(session, words, returned):
    assert aimed_at(session, replace(words, thanks_script="Thank you."), CHRIS).wording is Wording.THANKS


def test_two_who_swap_seats_are_called_in_their_new_ones(session, words, swapped):
    assert listed(session, words) == [("Chris Flanagan", KIP), ("Kip Diggs", CHRIS)]


def test_support_moves_with_the_person_and_not_with_the_seat(session, words, swapped):
    assert aimed_at(session, words, KIP).passed_over is PassedOver.SUPPORTS_ALREADY
    assert aimed_at(session, words, CHRIS).passed_over is None


def test_who_goes_to_the_senate_is_called_there(session, words):
    rows = ma_rows()
    rows[-1] = rows[0] | {"current_chamber": "upper", "current_district": rows[-1]["current_district"]}
    import_rows(session, rows[1:])
    ((name, geoid), _) = listed(session, words)
    assert (name, geoid.startswith("25D")) == ("Chris Flanagan", True)


def test_who_sits_nowhere_is_passed_over(session, words):
    import_rows(session, ma_rows()[1:])
    assert listed(session, words) == [("Kip Diggs", KIP)]


def test_who_is_listed_by_two_rows_is_called_once(session, words, returned):
    again = (*words.listed, directory(session).seat(CHRIS).holder.id)
    assert len(listed(session, replace(words, listed=again))) == 2
