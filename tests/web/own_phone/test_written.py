"""Whoever writes to an office tells so as well: from every page with a letter, and where there is no number at all."""

import re

import pytest

from app.calls.run.feedback import reports_of
from models import CallSource, WhomToCall
from tests.world.calls import CHANGEABLE
from tests.world.campaign.campaigns import change_campaign

WITHOUT_NUMBER = {"town": "Taunton", "district": "25012", "phone": "", "consent": ""}
FORM = re.compile(r'action="([^"]+)">((?:(?!</form>).)*)<button[^>]*>Tell us that you wrote<', re.DOTALL)
HIDDEN = re.compile(r'name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def says_so(supporter):
    """Press the button of a page that says that they wrote; returns the page to which it leads."""

    def says_so(text):
        action, fields = FORM.search(text).groups()
        answer = supporter.client.post(action, data=dict(HIDDEN.findall(fields)))
        return answer.location.removesuffix("#main")

    return says_so


@pytest.fixture
def to_write_to(supporter, says_so):
    """The address of the page of an office without a number."""
    return says_so(supporter.asks_to_be_called(own="1", **WITHOUT_NUMBER).text)


def test_an_office_without_a_number_is_written_to(supporter, to_write_to):
    text = supporter.reads(to_write_to)
    assert "Write to the office of Representative Lisa Field" in text
    assert "mailto:lisa.field@mahouse.gov" in text
    assert "Ring me instead" not in text
    assert "tel:" not in text.partition("<main")[2].partition("</main")[0]
    assert re.findall(r'name="outcome" value="([^"]+)"', text) == ["wrote"]


def test_it_is_told_once_and_stands_in_the_log(supporter, to_write_to, calls):
    supporter.tells(to_write_to, "wrote")
    assert "Thank you for telling us" in supporter.reads(supporter.tells(to_write_to, "wrote").location)
    (call,) = calls()
    assert (call.source, call.reported_outcome, call.office_at) == (CallSource.OWN_PHONE, "wrote", 0)


def test_of_an_office_without_a_number_no_talk_is_told(supporter, to_write_to, calls):
    assert "Choose one of these" in supporter.reads(supporter.tells(to_write_to, "contact").location)
    assert "not on your page" in supporter.reads(supporter.tells(to_write_to, "wrote", line="7").location)
    assert calls() == []


def test_the_senator_comes_after_a_letter(supporter, session, campaign, calls):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    page = supporter.asks_for_the_number(**WITHOUT_NUMBER)
    text = supporter.reads(page)
    assert "Write to the office of Representative Lisa Field" in text
    assert "1 of 2" in text
    following = re.search(r'href="([^"]+)">Next: Senator', text)[1]
    assert "tel:" in supporter.reads(following)
    supporter.tells(page, "wrote")
    supporter.tells(page, "voicemail", line="1")
    (call,) = calls()
    assert {rank: it.outcome for rank, it in reports_of(session, call.id, CHANGEABLE).on_page.items()} == {
        0: "wrote",
        1: "voicemail",
    }


def test_whoever_was_to_dial_tells_that_they_wrote(supporter, says_so, calls):
    page = supporter.asks_to_be_called(dial="1", phone="", consent="").location.removesuffix("#main")
    supporter.tells(says_so(supporter.client.get(page).text), "wrote")
    (call,) = calls()
    assert (call.reported_outcome, call.town) == ("wrote", "Holyoke")


def test_whoever_waited_for_a_ring_tells_that_they_wrote(supporter, says_so, calls):
    page = supporter.asks_to_be_called().location.removesuffix("#main")
    supporter.tells(says_so(supporter.client.get(page).text), "wrote")
    assert [call.reported_outcome for call in calls()] == [None, "wrote"]


def test_whoever_meets_a_closed_office_tells_that_they_wrote(visits, clock, calls):
    clock.passes(days=4)
    supporter = visits(always_open=False)
    action, fields = FORM.search(supporter.asks_to_be_called().text).groups()
    page = supporter.client.post(action, data=dict(HIDDEN.findall(fields))).location.removesuffix("#main")
    assert "/own/" in page
    supporter.tells(page, "wrote")
    assert [call.reported_outcome for call in calls()] == ["wrote"]


def test_whoever_wrote_is_shown_the_number_where_there_is_one(supporter):
    page = supporter.asks_to_be_called(wrote="1", phone="", consent="").location.removesuffix("#main")
    assert "Call the office of Representative Pat Duffy" in supporter.reads(page)
