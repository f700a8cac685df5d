"""Organizers see the campaign's page as it is in force and as it is prepared, in every language."""

import re

import pytest
from sqlalchemy import delete, update

from app.team.create import create_organizer
from models import CampaignState, Edition, TeamRole
from tests.organizers.conftest import PASSWORD
from tests.world.campaign.campaigns import change_campaign, prepares_fields

HEADLINE = ("english", "headline")
EDITIONS = ("published", "prepared")


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/publish/page"


@pytest.fixture
def preview(campaign):
    """Where a frame finds the page."""
    return lambda edition: f"/preview/{campaign}/{edition}"


@pytest.fixture
def prepare(session, campaign):
    def prepare(fields):
        prepares_fields(session, campaign, fields)
        session.commit()

    return prepare


def frames(text):
    return re.findall(r'<iframe src="([^"]+)"', text)


def headline(text):
    return re.search(r"<h1[^>]*>([^<]*)</h1>", text)[1]


def test_each_page_says_what_its_edition_says(signed_in, preview, prepare):
    prepare({HEADLINE: "Call today"})
    assert headline(signed_in.reads(preview("prepared"))) == "Call today"
    assert headline(signed_in.reads(preview("published"))) != "Call today"


def test_both_are_framed_in_the_language_and_on_the_screen_that_were_chosen(signed_in, page, preview):
    text = signed_in.reads(page, language="es", width="desktop")
    assert frames(text) == [f"{preview(one)}?language=es" for one in EDITIONS]
    assert 'class="frames on-desktop"' in text
    assert "on a desktop, in Spanish" in text


def test_what_nobody_offers_is_shown_in_english_on_a_phone(signed_in, page, preview):
    text = signed_in.reads(page, language="tlh", width="billboard")
    assert frames(text) == [f"{preview(one)}?language=en" for one in EDITIONS]
    assert 'class="frames on-phone"' in text


def test_a_language_with_other_words_is_marked(signed_in, page, prepare):
    prepare(
        {("translations", "es", "texts", "headline"): "Llame hoy", ("prompts", "pt", "goodbye"): {"text": "Tchau."}}
    )
    assert re.findall(r">(\w+)<span class=\"mark\"><span class=\"unseen\">: changed", signed_in.reads(page)) == [
        "Spanish"
    ]


def test_before_anything_is_published_what_is_prepared_stands_alone(signed_in, page, preview, session):
    session.execute(update(Edition).values(based_on_id=None))
    session.execute(delete(Edition).where(Edition.published_at.is_not(None)))
    session.commit()
    assert frames(signed_in.reads(page)) == [f"{preview('prepared')}?language=en"]
    assert signed_in.opens(preview("published")).status_code == 404


def test_the_page_of_a_draft_looks_as_it_will(signed_in, preview, session):
    change_campaign(session, state=CampaignState.DRAFT)
    assert 'id="call-form"' in signed_in.reads(preview("prepared"))


def test_a_preview_speaks_its_language_and_changes_that_of_nothing_else(signed_in, preview):
    answer = signed_in.opens(preview("prepared"), language="es")
    assert '<html lang="es">' in answer.text
    assert "language=" not in answer.headers.get("Set-Cookie", "")


def test_its_form_cannot_be_sent_and_no_other_page_frames_it(signed_in, preview):
    policy = signed_in.opens(preview("prepared")).headers["Content-Security-Policy"]
    assert "form-action 'none'" in policy
    assert "frame-ancestors 'self'" in policy


def test_a_preview_is_for_organizers_alone(organizer, preview, session):
    create_organizer(session, "viewer@example.org", PASSWORD, role=TeamRole.VIEWER)
    create_organizer(session, "other@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    seen = [organizer.opens(preview("prepared")).status_code]
    for email in ("viewer@example.org", "other@example.org"):
        organizer.signs_in(email)
        seen.append(organizer.opens(preview("prepared")).status_code)
        organizer.signs_out()
    assert seen == [302, 403, 404]


@pytest.mark.parametrize("which", ["1/none", "987654/prepared", f"{10**30}/prepared"])
def test_a_preview_that_there_is_not_is_not_found(signed_in, campaign, which):
    assert signed_in.opens(f"/preview/{which}").status_code == 404
