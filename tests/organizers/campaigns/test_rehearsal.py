"""Organizers rehearse a campaign on its page: each step sends all that was chosen so far, and nothing is kept."""

import re
from html import unescape

import pytest
from sqlalchemy import delete, update

from models import CampaignState, Edition
from tests.organizers.conftest import CSRF
from tests.world.campaign.campaigns import change_campaign, prepares_fields
from tests.world.database.kept import everything_kept

SCENE = {"source": "web", "place": "Holyoke", "language": "en", "do": "hold"}
TO_THE_OFFICE = ["phone answered", "key 1", "key 1"]


@pytest.fixture
def sends(signed_in, campaign):
    """Sends the rehearsal's form; gives the answer."""
    at = f"/organizers/campaigns/{campaign}/rehearsal"
    token = CSRF.search(signed_in.reads(at))[1]

    def sends(*choices, **typed):
        return signed_in.sends(at, csrf_token=token, choice=list(choices), **SCENE | typed)

    return sends


@pytest.fixture
def reads(sends):
    """The same, as the text that a reader sees."""
    return lambda *choices, **typed: plain(sends(*choices, **typed).text)


def plain(text):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.partition("<main")[2])))


def test_the_page_is_found_from_the_list_of_campaigns(signed_in, campaign):
    assert f"/organizers/campaigns/{campaign}/rehearsal" in signed_in.reads("/organizers/campaigns")


def test_a_rehearsal_begins_with_the_supporters_phone(reads):
    page = reads()
    assert "The supporter's phone rings." in page
    assert "Pick up" in page


def test_what_is_prepared_is_rehearsed_and_not_what_is_in_force(session, campaign, reads):
    says = {"text": "Prepared words for you.", "recording_id": None}
    prepares_fields(session, campaign, {("prompts", "en", "who_is_calling"): says})
    session.commit()
    assert "Prepared words for you." in reads("phone answered")


def test_what_is_in_force_is_rehearsed_where_that_is_chosen(session, campaign, reads):
    says = {"text": "Prepared words for you.", "recording_id": None}
    prepares_fields(session, campaign, {("prompts", "en", "who_is_calling"): says})
    session.commit()
    page = reads("phone answered", edition="published")
    assert "As in force" in page
    assert "Prepared words for you." not in page
    assert "This is an automated call from" in page


def test_what_was_chosen_goes_along_with_every_step(sends):
    assert sends("phone answered", edition="published").text.count('name="edition" value="published"') == 3


def test_before_anything_is_published_only_what_is_prepared_can_be_rehearsed(session, signed_in, campaign, sends):
    session.execute(update(Edition).values(based_on_id=None))
    session.execute(delete(Edition).where(Edition.published_at.is_not(None)))
    session.commit()
    assert "As it is in force" not in signed_in.reads(f"/organizers/campaigns/{campaign}/rehearsal")
    answer = sends("phone answered", edition="published")
    assert (answer.status_code, "Choose whether the call says" in answer.text) == (422, True)


def test_each_step_sends_all_that_was_chosen_before(sends):
    assert sends(*TO_THE_OFFICE).text.count('value="phone answered"') == 3  # a form for each phone, and one for back


def test_one_step_back_leaves_the_last_choice_out(reads):
    page = reads(*TO_THE_OFFICE, do="back")
    assert "Be connected" in page
    assert "The phone rings at the office" not in page


def test_a_busy_office_is_watched_to_the_end(reads):
    page = reads(do="watch", ending="busy")
    assert "The office's line is busy." in page
    assert "Had it been a real one, the log would say" in page


def test_nobody_is_rung_where_nobody_can_be(reads):
    assert "Nobody was rung." in reads(place="Nashua")


def test_what_the_supporter_says_belongs_to_the_choice(reads):
    page = reads("key 1", "say", source="hotline", said="01040")
    assert "Pat Duffy" in page


@pytest.mark.parametrize("choices", [["say"], ["key 7"], ["office-hangs-up"], ["x" * 100_000], ["key 1"] * 500])
def test_what_cannot_be_done_is_told_and_nothing_is_lost(reads, choices):
    page = reads(*choices)
    assert "Nothing happened." in page
    assert "Pick up" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"place": " "}, "a town or a ZIP code"),
        ({"language": "xx"}, "Choose the language"),
        ({"edition": "last week's"}, "Choose whether the call says"),
        ({"source": "pigeon"}, "Choose how the call begins"),
        ({"ending": "well"}, "Choose how the call ends"),
    ],
)
def test_what_is_set_up_wrongly_is_told_at_its_field(sends, typed, told):
    answer = sends(**typed)
    assert (answer.status_code, told in answer.text) == (422, True)


@pytest.mark.parametrize("place", ["<script>alert(1)</script>", "\u202eekoyloH", "🏛️", "L" * 100_000])
def test_whatever_is_typed_as_a_place_is_shown_harmlessly(sends, place):
    answer = sends(place=place)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert len(answer.text) < 20_000


def test_a_draft_is_rehearsed_before_anybody_sees_it(session, reads):
    change_campaign(session, state=CampaignState.DRAFT)
    assert "Good afternoon" in reads(*TO_THE_OFFICE, "line answered")


def test_a_page_keeps_nothing_but_that_the_campaign_was_rehearsed(session, sends):
    before = everything_kept(session)
    assert sends(do="watch", ending="mailbox-full", source="hotline").status_code == 200
    after = everything_kept(session)
    assert {table for table, kept in after.items() if kept != before[table]} == {"campaign"}


def test_a_rehearsal_that_goes_on_keeps_nothing(session, sends):
    before = everything_kept(session)
    assert sends().status_code == 200
    assert everything_kept(session) == before


def test_two_rehearse_at_once_and_know_nothing_of_each_other(reads):
    assert "Good afternoon" in reads(*TO_THE_OFFICE, "line answered")
    assert "Good afternoon" not in reads("phone answered")


def test_a_campaign_that_is_not_there_cannot_be_rehearsed(signed_in):
    assert signed_in.opens("/organizers/campaigns/987654/rehearsal").status_code == 404
