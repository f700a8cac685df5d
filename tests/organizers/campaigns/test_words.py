"""Organizers write a campaign's words: what is typed is prepared, or told what is wrong with it, and never lost."""

from html import unescape

import pytest

from app.campaigns.editions.content import Action
from app.campaigns.editions.prepared import prepared_edition
from app.organizers.campaigns.words.actions import MOST
from models import Campaign, CampaignState, Edition
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import prepares_fields

SOUND = {"group": "Neighbors", "subject": "the Clean Water Act", "headline": "Call for clean water"}


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/words"


@pytest.fixture
def saves(signed_in, page):
    """Open the page, change some fields, press Save."""

    def save(**typed):
        unseen = hidden_fields(signed_in.reads(page), page)
        return signed_in.sends(page, **unseen | SOUND | typed)

    return save


@pytest.fixture
def prepared(session, campaign):
    """Tells what is prepared now."""

    def prepared():
        session.rollback()
        return prepared_edition(session, campaign).content

    return prepared


def test_everything_is_kept(saves, prepared):
    answer = saves(
        pitch="Why.\n\nBecause **so**.",
        talking_points="One\nTwo",
        contact="us@example.org",
        privacy_note="Nothing.",
        group_said="Friends",
    )
    assert answer.location.endswith("done=changed")
    now = prepared()
    assert (now.group, now.group_said, now.contact, now.privacy_note) == (
        "Neighbors",
        "Friends",
        "us@example.org",
        "Nothing.",
    )
    assert now.english.talking_points == ("One", "Two")
    assert now.english.pitch == "Why.\n\nBecause **so**."


def test_whoever_leaves_out_https_means_it(saves, prepared):
    saves(fact_sheet_url="example.org/facts", contact="example.org")
    assert (prepared().fact_sheet_url, prepared().contact) == ("https://example.org/facts", "https://example.org")


@pytest.mark.parametrize("to", ["", "share", "/c/housing"])
def test_the_latest_leads_elsewhere_to_friends_or_to_another_campaign(saves, prepared, session, to):
    other = Edition(content={"english": {"subject": "housing"}}, saved_by="ana@example.org")
    session.add(Campaign(slug="housing", phone_number="+16175550100", state=CampaignState.LIVE, editions=[other]))
    session.commit()
    saves(**{"title-0": "More", "text-0": "Do it.", "to-0": to, "url-0": "example.org"})
    assert prepared().actions == (
        Action(
            "More",
            "Do it.",
            "" if to else "https://example.org",
            to.removeprefix("/c/") if "/" in to else "",
            to == "share",
        ),
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"group": ""}, "Your group: write something here."),
        ({"subject": "\u202e\u200f"}, "Subject: write something here."),
        ({"headline": "H" * 161}, "Headline: this is 1 character too long. 160 fit."),
        ({"pitch": "x" * 100_000}, "Why it matters: this is 92000 characters too long."),
        ({"fact_sheet_url": "javascript:alert(1)"}, "“javascript:alert(1)” is no address of a page."),
        ({"fact_sheet_url": "http://[x"}, "“http://[x” is no address of a page."),
        ({"contact": "call me"}, "Contact: write an e-mail address, or the address of a page."),
        ({"text-2": "Only a sentence"}, "The Latest, row 3: write a title, or empty the row."),
        ({"title-0": "No place"}, "The Latest, row 1: say where it leads"),
        ({"title-0": "Bad place", "url-0": "data:text/html,x"}, "The Latest, row 1: “data:text/html,x” is no address"),
        ({"title-0": "Nobody's", "to-0": "/c/nowhere"}, "The Latest, row 1: say where it leads"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(saves, prepared, typed, words):
    before = prepared()
    answer = saves(**{"privacy_note": "I typed this for an hour."} | typed)
    assert answer.status_code == 422
    assert words in unescape(answer.text)
    assert "I typed this for an hour." in answer.text
    assert prepared() == before


def test_a_text_of_100_kb_is_shown_again_whole(saves):
    assert "y" * 100_000 in saves(pitch="y" * 100_000).text


def test_tags_are_words_and_pictures_like_emoji_stay(saves, signed_in, page, prepared):
    saves(pitch="<script>alert(1)</script> 🌊")
    assert prepared().english.pitch == "<script>alert(1)</script> 🌊"
    assert "<script>alert" not in signed_in.reads(page)


def test_a_field_that_only_somebody_else_changed_stays_theirs(signed_in, page, session, campaign, prepared):
    form = hidden_fields(signed_in.reads(page), page)
    now = prepared()
    typed = {"group": now.group, "subject": now.english.subject, "headline": "Mine", "pitch": now.english.pitch}
    prepares_fields(session, campaign, {("group",): "Theirs"})
    session.commit()
    signed_in.sends(page, **form | typed)
    assert (prepared().group, prepared().english.headline) == ("Theirs", "Mine")


def test_of_two_in_one_text_the_second_is_shown_both(signed_in, page, session, campaign, prepared):
    form = hidden_fields(signed_in.reads(page), page)
    prepares_fields(session, campaign, {("english", "headline"): "Theirs"})
    session.commit()
    answer = signed_in.sends(page, **form | SOUND | {"headline": "Mine"})
    assert answer.status_code == 409
    assert ">\nMine</textarea>" in answer.text
    assert "What stands there now: <blockquote" in answer.text
    assert prepared().english.headline == "Theirs"


def test_whoever_sees_both_may_save_theirs(signed_in, page, session, campaign, prepared):
    form = hidden_fields(signed_in.reads(page), page)
    prepares_fields(session, campaign, {("english", "headline"): "Theirs"})
    session.commit()
    again = hidden_fields(signed_in.sends(page, **form | SOUND).text, page)
    assert signed_in.sends(page, **again | SOUND).status_code == 303
    assert prepared().english.headline == SOUND["headline"]


def test_there_are_as_many_rows_as_fit(signed_in, page):
    assert signed_in.reads(page).count('<details class="row"') == MOST
