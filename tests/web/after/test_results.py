"""What came of a campaign is a page of its own once it has ended; until then its page may tell how many called."""

import re
from functools import partial
from html import unescape

import pytest
from sqlalchemy import select, update

from app.calls.life.status import move_call
from app.language.languages import LANGUAGES
from models import Call, CallStatus, Campaign, CampaignState, EventSource
from tests.world.campaign.campaigns import publishes
from tests.world.carrier.signed_sender import SignedSender
from tests.world.database.public_counts import a_minute_later, write_counts
from tests.world.people.supporter import Supporter

PAGE, RESULTS = "/c/safe-communities", "/c/safe-communities/results"
TOLD = {
    "counted_on": "2026-12-03",
    "through_us": 1200,
    "own_phone": 150,
    "written": 5,
    "offices": 85,
    "of_offices": 160,
    "outcomes": [["talked", 700], ["message", 300], ["other", 5]],
    "times": [["2026-11-23", 800], ["", 400]],
    "districts": ["25048"],
}


@pytest.fixture
def counts(session, campaign):
    a_minute_later()
    return partial(write_counts, session, campaign)


@pytest.fixture
def publish(session, campaign):
    def publish(fields, state=CampaignState.LIVE):
        publishes(session, campaign, fields)
        session.execute(update(Campaign).values(state=state))
        session.commit()

    return publish


@pytest.fixture
def reads(client):
    def reads(path, language="en"):
        page = unescape(client.get(path, headers={"Accept-Language": language}).text).partition("<main")[2]
        return " ".join(re.sub(r"<[^>]+>", " ", page).split())

    return reads


def test_a_campaign_tells_no_count_unless_it_is_asked_to(reads, counts):
    counts(reached=48)
    assert "reached an office" not in reads(PAGE)


def test_it_tells_what_came_through_us_and_what_was_reported_apart(reads, counts, publish):
    counts(reached=1234, own_phone=48)
    publish({("public", "count"): True, ("public", "goal"): 2000})
    page = reads(PAGE)
    assert "1,230 calls reached an office through us so far." in page
    assert "People told us of 45 calls and letters of their own." in page
    assert "The goal: 2,000." in page


@pytest.mark.parametrize("many", [0, 9])
def test_below_ten_it_tells_nothing(reads, counts, publish, many):
    counts(reached=many)
    publish({("public", "count"): True, ("public", "goal"): 2000})
    assert "The goal" not in reads(PAGE)


def test_a_page_that_is_remembered_tells_the_newer_count(reads, counts, publish):
    publish({("public", "count"): True})
    for many in (50, 60):
        counts(reached=many)
        a_minute_later()
        assert f"{many} calls reached an office" in reads(PAGE)


@pytest.fixture
def after_a_call(client, app, session):
    """The address of the page of a call whose supporter talked with the office."""
    page = Supporter(client).asks_to_be_called().location.removesuffix("#main")
    carrier = SignedSender(app, session.scalars(select(Call.id)).one())
    move_call(session, carrier.call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    carrier.reports("ringing", 1, at=0)
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("in-progress", 1, office=True, at=60)
    carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    carrier.reports("completed", 9, at=120, CallDuration="110")
    return page


def test_after_a_call_its_page_tells_the_same_count(reads, counts, publish, after_a_call):
    assert "reached an office" not in reads(after_a_call)
    publish({("public", "count"): True, ("public", "goal"): 2000})
    counts(reached=48)
    assert "45 calls reached an office through us so far. The goal: 2,000." in reads(after_a_call)


def test_after_a_call_of_a_campaign_that_has_ended_it_tells_none(reads, counts, publish, after_a_call):
    publish({("public", "count"): True}, CampaignState.ARCHIVED)
    counts(reached=48)
    assert "reached an office" not in reads(after_a_call)


@pytest.mark.parametrize("language", [it.code for it in LANGUAGES if it.code != "en"])
def test_the_count_after_a_call_speaks_every_language(reads, counts, publish, after_a_call, language):
    publish({("public", "count"): True})
    counts(reached=48)
    page = reads(f"{after_a_call}?language={language}")
    assert ("45" in page, "reached an office" in page) == (True, False)


def test_whoever_told_of_a_call_of_their_own_reads_the_count(client, reads, counts, publish):
    counts(own_phone=48)
    publish({("public", "count"): True})
    page = Supporter(client).asks_to_be_called(own="1", phone="", consent="").location.partition("#")[0]
    assert "People told us" not in reads(page)
    client.post(page, data={"outcome": "contact", "line": "0"})
    assert "People told us of 45 calls and letters of their own." in reads(f"{page}?at=1")


def test_there_is_no_page_of_results_before(client, publish):
    assert client.get(RESULTS).status_code == 404
    publish({("results",): TOLD})
    assert client.get(RESULTS).status_code == 404


def test_afterwards_everybody_reads_them(reads, publish):
    publish({("results",): TOLD}, CampaignState.ARCHIVED)
    page = reads(RESULTS)
    for told in ("1,200 calls reached an office", "85 of 160 offices heard", "Talked to the office 700", "November 23"):
        assert told in page
    assert "letters, of which" not in page  # five are fewer than ten
    assert "What came of it in numbers" in reads(PAGE)


def test_no_district_of_fewer_than_five_can_be_told_from_one_of_none(client, publish):
    publish({("results",): TOLD}, CampaignState.ARCHIVED)
    uses = re.findall(r'<use class="(\w+)"', client.get(RESULTS).text)
    assert (uses.count("heard"), uses.count("few")) == (1, 159)


def test_the_page_stays_as_it_was_published_whatever_happens_meanwhile(reads, publish, counts):
    publish({("results",): TOLD}, CampaignState.ARCHIVED)
    before = reads(RESULTS)
    counts(reached=9_000)
    assert reads(RESULTS) == before


@pytest.mark.parametrize("language", [it.code for it in LANGUAGES if it.code != "en"])
def test_it_speaks_every_language(reads, publish, language):
    publish({("results",): TOLD}, CampaignState.ARCHIVED)
    page = reads(f"{RESULTS}?language={language}")
    assert "How the calls went" not in page
    assert ("1.200" if language in {"es", "pt"} else "1,200") in page
