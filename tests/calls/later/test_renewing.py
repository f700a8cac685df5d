"""A call that was agreed on is planned anew once somebody whom it was to reach has left their seat."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.calls.later.renewing import SOMEBODY_LEFT, renew
from app.calls.life.status import move_call
from models import Call, CalledOffice, CallStatus, EndReason, EventSource, OfficeHolder
from tests.representatives.importing.people_csv import import_rows, ma_rows, new_court
from tests.world.calls import a_call, office_of

FIRST, SECOND = "25001", "25002"


@pytest.fixture
def agreed(session, own, campaign):
    """A call that is agreed on, to Chris Flanagan."""

    def agreed(how="town"):
        office = replace(office_of(session, "Chris Flanagan"), how_found=how)
        when = datetime.now(UTC) + timedelta(hours=1)
        return a_call(session, own, campaign, ring_from=when, offices=(office,)).id

    return agreed


@pytest.fixture
def renewed(session):
    """Whom it reaches once it is planned anew, and where."""

    def renewed(call_id):
        renew(session, call_id)
        reaches = select(OfficeHolder.name, CalledOffice.district_geoid).join(CalledOffice)
        return [tuple(row) for row in session.execute(reaches.where(CalledOffice.call_id == call_id))]

    return renewed


def swapped():
    """The rows of a General Court in which Chris Flanagan and Kip Diggs have each other's seats."""
    first, second, *others = ma_rows()
    seats = [row["current_district"] for row in (first, second)]
    return [first | {"current_district": seats[1]}, second | {"current_district": seats[0]}, *others]


def test_it_is_seen_once_somebody_left(session, agreed):
    call_id = agreed()
    has_left = select(SOMEBODY_LEFT).select_from(Call).where(Call.id == call_id)
    assert session.scalar(has_left) is False
    import_rows(session, new_court())
    assert session.scalar(has_left) is True


def test_ones_own_seat_goes_to_whoever_sits_there(session, agreed, renewed):
    call_id = agreed()
    import_rows(session, swapped())
    assert renewed(call_id) == [("Kip Diggs", FIRST)]


def test_who_is_on_the_campaigns_list_is_found_again_in_another_seat(session, agreed, renewed):
    call_id = agreed("listed")
    import_rows(session, swapped())
    assert renewed(call_id) == [("Chris Flanagan", SECOND)]


@pytest.mark.parametrize(("how", "rows"), [("listed", new_court), ("town", lambda: ma_rows()[1:])])
def test_where_nobody_is_left_nobody_is_rung(session, agreed, renewed, how, rows):
    call_id = agreed(how)
    import_rows(session, rows())
    assert renewed(call_id) == [("Chris Flanagan", FIRST)]  # as the log shall say
    call = session.get_one(Call, call_id, populate_existing=True)
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.NOBODY_THERE)


def test_what_was_canceled_meanwhile_is_left_alone(session, agreed, renewed):
    call_id = agreed()
    import_rows(session, new_court())
    move_call(session, call_id, CallStatus.CANCELED, source=EventSource.PAGE)
    assert renewed(call_id) == [("Chris Flanagan", FIRST)]
