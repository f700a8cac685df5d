"""Before somebody leaves it is told which campaigns name them, and afterwards that they are left out."""

import pytest

from app.campaigns.people_named import PeopleList, named_by_campaigns, without_seat
from app.representatives import directory
from models import CampaignState, Chamber, WhomToCall
from tests.representatives.importing.people_csv import import_rows, ma_rows, plan_of, somebody_new
from tests.world.campaign.campaigns import change_campaign, prepares_fields


@pytest.fixture
def chris(session, campaign):
    """Chris Flanagan, whom a campaign calls by its list."""
    holder = directory(session).seat("25001").holder.id
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[holder])
    return holder


@pytest.fixture
def told(session):
    """Whom a file without Chris Flanagan takes from which list."""

    def told(rows=None, **asked):
        left = plan_of(session, rows or ma_rows()[1:], **asked).left
        return [(it.name, it.subject, it.where) for it in named_by_campaigns(session, "MA", left)]

    return told


def test_who_leaves_is_told_with_the_campaign_that_lists_them(chris, told):
    assert told() == [("Chris Flanagan", "the Safe Communities Act", PeopleList.LISTED)]


def test_so_is_who_supports_it_already(session, campaign, told):
    holder = directory(session).seat("25001").holder.id
    change_campaign(session, with_us=[holder])
    assert [where for _, _, where in told()] == [PeopleList.EXCLUDED]


def test_who_returned_and_leaves_again_is_told(session, chris, told):
    import_rows(session, ma_rows()[1:])
    import_rows(session, ma_rows())
    assert len(told()) == 1


def test_who_moves_does_not_leave(session, chris, told):
    first, second, *others = ma_rows()
    assert told([first | {"current_district": second["current_district"]}, *others]) == []


def test_who_sits_in_the_other_chamber_already_stays_on_the_list(session, chris, told):
    rows = [row for row in ma_rows() if row["current_chamber"] == "upper"]
    senate = [ma_rows()[0] | {"current_chamber": "upper", "current_district": rows[0]["current_district"]}, *rows[1:]]
    import_rows(session, senate, chambers=(Chamber.SENATE,))
    assert (
        told(chambers=(Chamber.HOUSE,), rows=[row for row in ma_rows()[1:] if row["current_chamber"] == "lower"]) == []
    )


def test_a_list_that_is_not_called_loses_nobody(session, chris, told):
    change_campaign(session, whom_to_call=WhomToCall.SENATOR)
    assert told() == []


def test_a_campaign_that_is_over_loses_nobody(session, chris, told):
    change_campaign(session, state=CampaignState.ARCHIVED)
    assert told() == []


def test_who_is_prepared_alone_is_told_and_who_is_in_force_alone_is_too(session, campaign, chris, told):
    prepares_fields(session, campaign, {("whom", "rule"): WhomToCall.SENATOR, ("whom", "listed"): []})
    assert len(told()) == 1
    change_campaign(session, whom_to_call=WhomToCall.SENATOR)
    assert told() == []
    prepares_fields(session, campaign, {("whom", "rule"): WhomToCall.LISTED, ("whom", "listed"): [chris]})
    assert len(told()) == 1


def test_whoever_no_campaign_names_is_not_told(chris, told):
    assert told([ma_rows()[0], somebody_new(ma_rows()[1]), *ma_rows()[2:]]) == []


def test_who_sits_nowhere_is_named(session, chris):
    import_rows(session, ma_rows()[1:])
    assert without_seat(session, [chris], directory(session)) == {chris: "Chris Flanagan"}


def test_who_returned_is_not_named(session, chris):
    import_rows(session, ma_rows()[1:])
    import_rows(session, ma_rows())
    assert without_seat(session, [chris], directory(session)) == {}
