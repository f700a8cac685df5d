"""The campaign's page, as somebody first sees it."""

import pytest
from sqlalchemy import select

from models import Campaign, CampaignState
from tests.world.campaign.campaigns import change_campaign, prepares_fields
from tests.world.people.supporter import Supporter


@pytest.fixture
def page(client, campaign):
    return client.get("/c/safe-communities").text


def test_the_front_door_leads_to_the_campaign(client, campaign):
    assert client.get("/").location == "/c/safe-communities"


def test_without_a_campaign_the_front_door_says_so(client):
    answer = client.get("/")
    assert answer.status_code == 404
    assert "No campaign is running" in answer.text


def test_all_towns_are_in_the_town_field(page):
    assert page.count("<option>") == 351


def test_the_script_can_be_read_before_calling(page):
    for blank in ("[name]", "[City/Town]", "[Representative]"):
        assert f'<span class="blank">{blank}</span>' in page


def test_the_caller_id_is_shown_before_it_rings(page):
    assert "(617) 555-0100" in page


def test_the_consent_box_is_not_ticked(page):
    assert "checked" not in page


@pytest.mark.parametrize("part", ["Talking points", "Read the fact sheet", "The Latest", "If you reach voicemail"])
def test_the_page_has(page, part):
    assert part in page


@pytest.mark.parametrize(("state", "words"), [("paused", "taking a break"), ("archived", "This campaign has ended")])
def test_a_campaign_that_is_not_live_has_no_form_and_rings_nobody(client, campaign, session, state, words):
    form = Supporter(client).form()
    session.scalars(select(Campaign)).one().state = CampaignState(state)
    session.commit()
    assert words in client.get("/c/safe-communities").text
    assert Supporter(client).sends(form).status_code == 409


def test_a_draft_is_not_to_be_found(client, campaign, session):
    session.scalars(select(Campaign)).one().state = CampaignState.DRAFT
    session.commit()
    assert client.get("/c/safe-communities").status_code == 404


def test_what_is_published_shows_at_once_and_what_is_prepared_does_not(client, campaign, session, page):
    change_campaign(session, headline="A new headline")
    prepares_fields(session, campaign, {("english", "headline"): "Another headline"})
    session.commit()
    assert "A new headline" in client.get("/c/safe-communities").text


def test_the_campaigns_words_are_read_once(client, campaign, session, page, count_statements):
    session.rollback()
    count_statements.reset()
    client.get("/c/safe-communities")
    assert len(count_statements.statements) == 1


@pytest.fixture
def without_database(another_app):
    return another_app(database_url="postgresql://postgres@127.0.0.1:9/none")


def test_a_form_posted_with_the_database_down_can_be_sent_again(without_database):
    answer = without_database.test_client().post(
        "/c/safe-communities/call", data={"phone": "(617) 555-0123", "town": "Holyoke"}
    )
    assert answer.status_code == 503
    assert "Please try again in a minute" in answer.text
    assert 'value="(617) 555-0123"' in answer.text
    assert answer.headers["Retry-After"] == "30"


def test_with_the_database_down_the_process_is_alive_but_not_ready(without_database):
    client = without_database.test_client()
    assert [client.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 503]


def test_what_organizers_write_has_emphasis_and_links_and_nothing_else(client, session, campaign):
    change_campaign(session, pitch="It is **ours**. <b>x</b>", talking_points=["See [it](https://example.org)."])
    page = client.get("/c/safe-communities").text
    assert "<p>It is <strong>ours</strong>. &lt;b&gt;x&lt;/b&gt;</p>" in page
    assert '<li>See <a href="https://example.org" rel="noopener">it</a>.</li>' in page


@pytest.mark.parametrize(
    ("action", "leads"),
    [
        ({"url": "https://example.org"}, 'href="https://example.org" rel="noopener"'),
        ({"campaign": "housing"}, 'href="/c/housing"'),
        ({"shares": True}, 'data-shares="http://127.0.0.1:8080/c/safe-communities"'),
    ],
)
def test_the_latest_leads_elsewhere_to_another_campaign_or_to_friends(client, session, campaign, action, leads):
    change_campaign(session, actions=[{"title": "Go on"} | action])
    page = client.get("/c/safe-communities", headers={"Host": "evil.example"}).text
    assert leads in page
    assert ("share.js" in page) is ("shares" in action)


def test_friends_are_told_the_address_by_mail_where_nothing_else_shares(client, session, campaign):
    change_campaign(session, headline="Call & win", actions=[{"title": "Tell friends", "shares": True}])
    page = client.get("/c/safe-communities").text
    assert "mailto:?subject=Call%20%26%20win&amp;body=http%3A//127.0.0.1%3A8080/c/safe-communities" in page


@pytest.mark.parametrize(
    ("contact", "link"),
    [("us@example.org", "mailto:us@example.org"), ("https://example.org/@us", "https://example.org/@us")],
)
def test_who_asks_can_be_asked_and_says_what_is_kept(client, session, campaign, contact, link):
    change_campaign(session, contact=contact, privacy_note="We keep *nothing*.")
    page = client.get("/c/safe-communities").text
    assert f'<a href="{link}" rel="noopener">{contact}</a>' in page
    assert "We keep <em>nothing</em>." in page


def test_without_either_there_is_no_empty_heading(page):
    assert "Who asks you" not in page
