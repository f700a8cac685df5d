"""A campaign is made: a draft with words to begin from, at an address that is its own."""

import re
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.campaigns.at_door import find_campaign
from app.campaigns.editions.content import Content, When
from app.campaigns.in_force import prepared_words
from app.campaigns.new.make import as_copied, last_group, move_draft
from app.campaigns.new.placeholders import WHOM, first_words
from app.campaigns.new.slugs import SlugTakenError
from models import Campaign, CampaignState, Edition, WhomToCall
from tests.campaigns.new.conftest import SUBJECT
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, WHO
from voice_flows.script import BLANK


def test_it_is_a_draft_that_nobody_outside_finds(session, campaign, make_draft):
    made = session.get(Campaign, make_draft())
    assert (made.slug, made.state) == ("clean-water", CampaignState.DRAFT)
    assert find_campaign(session, "clean-water") is None


def test_it_has_words_to_begin_from(session, campaign, make_draft):
    words = prepared_words(session, make_draft())
    assert (words.group, words.subject, words.whom_to_call) == ("Neighbors", SUBJECT, WhomToCall.SENATOR)
    assert words.headline == "Ask your state senator to support the Clean Water Act"
    assert {blank.lower() for blank in BLANK.findall(words.script)} == {"name", "city/town", "representative"}


@pytest.mark.parametrize("rule", WhomToCall)
def test_what_must_still_be_written_stands_in_brackets(rule):
    english = first_words("Neighbors", SUBJECT, rule).english
    open_blanks = [it for it in re.findall(r"\[[^\]]+\]", english.pitch + english.script) if not BLANK.fullmatch(it)]
    assert len(open_blanks) == 3
    assert all(point.startswith("[") for point in english.talking_points)
    assert WHOM[rule] in english.headline


def test_it_takes_no_other_campaign_s_number(session, campaign, make_draft):
    assert session.get(Campaign, make_draft()).phone_number == ""


def test_on_an_empty_server_nobody_asked_last(session, make_draft):
    session.execute(delete(Edition))
    session.execute(delete(Campaign))
    assert last_group(session) == ""


def test_at_a_taken_address_nothing_is_made(session, campaign, make_draft):
    with pytest.raises(SlugTakenError) as refused:
        make_draft("safe-communities")
    assert refused.value.free == "safe-communities-2"
    assert session.scalars(select(Campaign.id)).all() == [campaign]


def test_whoever_asks_next_is_as_a_rule_whoever_asked_last(session, campaign, make_draft):
    assert last_group(session) == "Massachusetts Neighbors Together"
    make_draft()
    assert last_group(session) == "Neighbors"


def test_a_copy_has_no_dates():
    assert as_copied(Content(group="Neighbors", when=When(ends_at=WHO["now"]))) == Content(group="Neighbors")


def test_of_two_who_want_the_same_address_at_once_the_second_is_offered_another(session, campaign, make_draft):
    with Session(session.get_bind()) as other, ThreadPoolExecutor() as at_once:
        other.add(Campaign(slug="clean-water", phone_number=CAMPAIGN_NUMBER))
        other.flush()
        mine = at_once.submit(make_draft)
        wait([mine], timeout=0.3)  # it waits for the other, who is done only now
        other.commit()
        with pytest.raises(SlugTakenError) as refused:
            mine.result()
    assert refused.value.free == "clean-water-2"


def test_of_two_drafts_that_move_to_the_same_address_at_once_the_second_is_offered_another(
    session, campaign, make_draft
):
    draft = make_draft()
    with Session(session.get_bind()) as other, ThreadPoolExecutor() as at_once:
        other.add(Campaign(slug="water", phone_number=CAMPAIGN_NUMBER))
        other.flush()
        mine = at_once.submit(move_draft, session, draft, "water")
        wait([mine], timeout=0.3)
        other.commit()
        with pytest.raises(SlugTakenError) as refused:
            mine.result()
    assert refused.value.free == "water-2"
