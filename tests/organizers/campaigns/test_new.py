"""Organizers make a campaign from nothing, or copy one: three questions, and the editor opens on a draft."""

import re
from html import unescape

import pytest
from sqlalchemy import select

from app.campaigns.editions.prepared import prepared_edition
from app.team.create import create_organizer
from models import AuditAct, AuditEvent, Campaign, CampaignMember, CampaignState, Organizer, TeamRole
from tests.organizers.conftest import PASSWORD, hidden_fields
from tests.world.campaign.campaigns import prepares_fields

BO = "bo@example.org"
NEW = "/organizers/campaigns/new"
SOUND = {"group": "Neighbors", "subject": "the Clean Water Act", "rule": "senator", "slug": ""}


@pytest.fixture
def bo(organizer, session, campaign):
    """An organizer who is no admin, and a member of the demo's campaign."""
    create_organizer(session, BO, PASSWORD, role=TeamRole.ORGANIZER)
    session.flush()
    account = session.scalar(select(Organizer.id).where(Organizer.email == BO))
    session.add(CampaignMember(campaign_id=campaign, organizer_id=account))
    session.commit()
    assert organizer.signs_in(BO).status_code == 302
    return organizer


@pytest.fixture
def makes(bo):
    """Open the questions, answer them, press the button."""

    def make(path=NEW, **typed):
        unseen = hidden_fields(bo.reads(path), path)
        return bo.sends(path, **unseen | (SOUND if path == NEW else {}) | typed)

    return make


@pytest.fixture
def campaigns(session):
    """Tells which campaigns there are."""

    def campaigns():
        session.rollback()
        return {one.slug: one for one in session.scalars(select(Campaign))}

    return campaigns


def test_the_editor_opens_on_a_draft_that_is_theirs(makes, bo, campaigns):
    answer = makes()
    made = campaigns()["clean-water-act"]
    assert (made.state, answer.status_code) == (CampaignState.DRAFT, 303)
    text = bo.reads(answer.location)
    assert "Here is your campaign." in text
    assert "[Say in two or three sentences what is wrong today, and for whom.]" in text
    assert "the Clean Water Act" in bo.reads("/organizers/campaigns")


def test_the_longest_of_it_fits_into_the_words(makes, bo):
    path = makes(subject="S" * 100, rule="both").location.partition("?")[0]
    page = bo.reads(path)
    headline = re.search(r'name="headline"[^>]*>\n([^<]*)<', page)[1]
    typed = {"group": "Neighbors", "subject": "S" * 100, "headline": headline}
    assert bo.sends(path, **hidden_fields(page, path) | typed).status_code == 303


def test_the_audit_log_tells_who_made_it(makes, session, campaigns):
    makes()
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.CAMPAIGN_MADE)).one()
    assert (event.who, event.subject, event.campaign_id) == (
        BO,
        "the Clean Water Act",
        campaigns()["clean-water-act"].id,
    )


def test_the_address_is_made_or_typed(makes, campaigns):
    makes(slug="https://call.example.org/c/Water-Now/")
    assert "water-now" in campaigns()


def test_a_taken_address_is_refused_with_one_that_is_free(makes, campaigns):
    answer = makes(slug="safe-communities")
    assert answer.status_code == 409
    assert 'value="safe-communities-2"' in answer.text
    assert 'value="the Clean Water Act"' in answer.text
    makes(slug="safe-communities-2")
    assert set(campaigns()) == {"safe-communities", "safe-communities-2"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"group": ""}, "Write who asks: the name of your group."),
        ({"subject": "\u200f\u202e"}, "Write what it is about."),
        ({"subject": "S" * 101}, "What it is about: this is 1 character too long. 100 fit."),
        ({"subject": "S" * 100_000}, "What it is about: this is 99900 characters too long."),
        ({"rule": ""}, "Choose whom supporters call."),
        ({"slug": "Wasser & Brot"}, "How about “wasser-brot”?"),
        ({"slug": "s" * 61}, "This address is too long."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(makes, campaigns, typed, words):
    answer = makes(**typed)
    assert answer.status_code == 422
    assert words in unescape(answer.text)
    assert next(value for name, value in SOUND.items() if name not in typed) in answer.text
    assert set(campaigns()) == {"safe-communities"}


def test_tags_and_emoji_are_words(makes, bo):
    assert "&lt;b&gt;water&lt;/b&gt; 🌊" in bo.reads(makes(subject="<b>water</b> 🌊").location)


@pytest.mark.parametrize(
    ("which", "headline"), [("prepared", "Not yet said"), ("published", "Ask your representative")]
)
def test_a_copy_takes_what_is_prepared_or_in_force(makes, campaigns, session, campaign, which, headline):
    prepares_fields(session, campaign, {("english", "headline"): "Not yet said"})
    session.commit()
    makes(f"/organizers/campaigns/{campaign}/copy", which=which, slug="")
    copy = campaigns()["safe-communities-2"]
    content = prepared_edition(session, copy.id).content
    assert content.english.headline.startswith(headline)
    assert set(content.translations) == {"es", "pt", "ht", "zh_Hans", "zh_Hant"}
    assert copy.state is CampaignState.DRAFT


def test_a_copy_of_a_draft_takes_what_is_prepared(makes, campaigns):
    first = makes().location.split("/")[3]
    makes(f"/organizers/campaigns/{first}/copy", slug="again")
    assert "again" in campaigns()


def test_a_copy_at_a_taken_address_is_refused_with_one_that_is_free(makes, campaign):
    answer = makes(f"/organizers/campaigns/{campaign}/copy", slug="safe-communities")
    assert answer.status_code == 409
    assert 'value="safe-communities-2"' in answer.text


def test_a_campaign_of_others_cannot_be_copied(bo, session):
    other = Campaign(slug="theirs", phone_number="+16175550100")
    session.add(other)
    session.commit()
    assert bo.opens(f"/organizers/campaigns/{other.id}/copy").status_code == 404


def draft_moves(bo, makes, slug):
    page = makes().location.partition("?")[0].replace("/words", "/address")
    return bo.sends(page, **hidden_fields(bo.reads(page), page), slug=slug)


def test_a_draft_moves_to_another_address(bo, makes, campaigns):
    assert draft_moves(bo, makes, "water").location.endswith("done=moved")
    assert set(campaigns()) == {"safe-communities", "water"}


@pytest.mark.parametrize(
    ("slug", "status", "words"),
    [
        ("safe-communities", 409, 'value="safe-communities-2"'),
        ("Wasser & Brot", 422, "How about “wasser-brot”?"),
        ("clean-water-act", 303, "done=same"),
    ],
)
def test_a_draft_stays_where_it_is_if_it_cannot_move(bo, makes, campaigns, slug, status, words):
    answer = draft_moves(bo, makes, slug)
    assert answer.status_code == status
    assert words in answer.text + (answer.location or "")
    assert set(campaigns()) == {"safe-communities", "clean-water-act"}


def test_a_campaign_that_was_started_stays_at_its_address(bo, campaign, campaigns):
    page = f"/organizers/campaigns/{campaign}/address"
    assert "since people have the link" in bo.reads(page)
    token = hidden_fields(bo.reads("/organizers/campaigns/new"), NEW)
    assert bo.sends(page, **token, slug="elsewhere").location.endswith("done=same")
    assert set(campaigns()) == {"safe-communities"}
