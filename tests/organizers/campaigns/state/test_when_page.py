"""Organizers prepare from when to when a campaign rings, and what is said once it has ended."""

from datetime import UTC, datetime

import pytest

from app.campaigns.editions.prepared import prepared_edition
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import change_campaign, prepares_fields

HOSTILE = "</textarea><script>alert(1)</script>\u202e{{ 7*7 }}"


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/when"


@pytest.fixture
def sends(signed_in, page, session):
    """Fills the form as it stands there with this."""

    def sends(**typed):
        form = hidden_fields(signed_in.reads(page), page)
        answer = signed_in.sends(page, **form | typed)
        session.rollback()
        return answer

    return sends


@pytest.fixture
def when(session, campaign):
    """The dates that are prepared."""
    return lambda: prepared_edition(session, campaign).content.when


def test_dates_are_by_the_clock_of_massachusetts(sends, when, signed_in, page):
    sends(starts_at="2099-06-01T09:00", ends_at="2099-12-01T17:30")
    assert when().starts_at == datetime(2099, 6, 1, 13, 0, tzinfo=UTC)
    assert when().ends_at == datetime(2099, 12, 1, 22, 30, tzinfo=UTC)
    assert 'value="2099-06-01T09:00"' in signed_in.reads(page)


def test_a_date_is_taken_back(sends, when):
    sends(ends_at="2099-12-01T17:30")
    sends(ends_at="")
    assert when().ends_at is None


def test_what_is_so_already_changes_nothing(sends):
    sends(ends_at="2099-12-01T17:30")
    assert sends(ends_at="2099-12-01T17:30").location.endswith("done=same")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ends_at": "soon"}, "Type a date and a time"),
        ({"starts_at": "2099-12-01T17:30+01:00"}, "Type a date and a time"),
        ({"starts_at": "0001-01-01T00:00"}, "Type a date and a time"),
        ({"ends_at": "2020-12-01T17:30"}, "That is past already"),
        ({"starts_at": "2099-12-01T09:00", "ends_at": "2099-12-01T09:00"}, "It would end before it starts"),
        ({"starts_at": "2027-03-14T02:30"}, "clocks go forward"),
        ({"afterwards": "x" * 100_000}, "1000 characters fit"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(sends, when, typed, sentence):
    answer = sends(**typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert all(value[:30] in answer.text for value in typed.values())
    assert when().ends_at is None


def test_an_end_that_is_past_may_stay_while_something_else_is_written(sends, session, campaign):
    prepares_fields(session, campaign, {("when", "ends_at"): "2020-12-01T17:30:00Z"})
    session.commit()
    assert sends(ends_at="2020-12-01T12:30", afterwards="It passed.").location.endswith("done=changed")


def test_the_second_of_two_sees_both(signed_in, page, sends, session, campaign):
    form = hidden_fields(signed_in.reads(page), page)
    sends(ends_at="2099-12-01T17:30")
    answer = signed_in.sends(page, **form | {"ends_at": "2099-12-02T12:00", "starts_at": "", "afterwards": ""})
    assert answer.status_code == 409
    assert "2099-12-02T12:00" in answer.text
    assert "2099-12-01T17:30" in answer.text


def test_what_somebody_wrote_is_text(sends, signed_in, page):
    sends(afterwards=HOSTILE)
    assert "<script>alert(1)" not in signed_in.reads(page)


def test_what_came_of_it_is_said_on_the_page_once_it_has_ended(client, session, campaign):
    change_campaign(session, afterwards="The House passed it.", when={"ends_at": "2020-12-01T17:30:00Z"})
    page = client.get("/c/safe-communities").text
    assert "This campaign has ended" in page
    assert "The House passed it." in page
    assert "Call me now" not in page
