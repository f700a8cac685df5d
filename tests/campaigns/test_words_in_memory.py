"""A campaign's words are kept in memory, and are never those of another database, or of two versions."""

import pytest
from sqlalchemy import create_engine, update
from sqlalchemy.orm import Session

from app.campaigns.editions.content import Content, as_document
from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Texts
from app.demo_campaign import ENGLISH
from models import Edition
from tests.world.campaign.campaigns import change_campaign, safe_communities
from tests.world.database.emptying import empty_tables


@pytest.fixture
def elsewhere(own_offices):
    """A session on another database."""
    engine = create_engine(own_offices)
    with Session(engine) as session:
        yield session
        session.rollback()
        empty_tables(session.connection().connection.driver_connection)
        session.commit()
    engine.dispose()


def test_campaigns_of_two_databases_are_told_apart(session, campaign, elsewhere):
    other = safe_communities()
    other.id = campaign
    elsewhere.add(other)
    elsewhere.flush()
    elsewhere.execute(update(Edition).values(content=as_document(Content(english=Texts(headline="Another headline")))))
    elsewhere.commit()
    headlines = [campaign_words(one, campaign, 1).headline for one in (session, elsewhere, session, elsewhere)]
    assert headlines[0] != "Another headline"
    assert headlines == [headlines[0], "Another headline"] * 2


def test_words_that_were_read_cost_no_statement(session, campaign, count_statements):
    before = campaign_words(session, campaign, 1)
    count_statements.reset()
    assert campaign_words(session, campaign, 1) is before
    assert not count_statements.statements


def test_words_of_a_version_are_a_statement_each_for_campaign_edition_and_days_of_action(
    session, campaign, count_statements
):
    count_statements.reset()
    campaign_words(session, campaign, 1)
    assert len(count_statements.statements) == 3


def test_an_earlier_version_is_read_as_it_was_by_whoever_never_read_it(session, campaign):
    change_campaign(session, headline="Second")
    change_campaign(session, serves_hotline=False)
    change_campaign(session, headline="Fourth")
    headlines = [campaign_words(session, campaign, version).headline for version in (4, 3, 2)]
    assert headlines == ["Fourth", "Second", "Second"]
    assert campaign_words(session, campaign, 1).headline == ENGLISH["headline"]


def test_what_holds_at_once_is_read_with_an_earlier_edition_too(session, campaign):
    change_campaign(session, serves_hotline=False)
    assert not campaign_words(session, campaign, 2).serves_hotline


def test_what_holds_at_once_is_not_kept_with_an_earlier_edition(session, campaign):
    campaign_words(session, campaign, 1)
    change_campaign(session, headline="Second", phone_number="+16175550177")
    words = campaign_words(session, campaign, 1, 2)
    assert (words.headline, words.phone_number) == (ENGLISH["headline"], "+16175550177")
