"""A campaign's words are kept in memory, and are never those of another database, or of two versions."""

import pytest
from sqlalchemy import create_engine, delete, event
from sqlalchemy.orm import Session

from app.campaigns.in_force import campaign_words
from app.store.db import db
from models import CampaignText
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
    other.id, other.headline = campaign, "Another headline"
    elsewhere.add(other)
    elsewhere.commit()
    headlines = [campaign_words(one, campaign, 1).headline for one in (session, elsewhere, session, elsewhere)]
    assert headlines[0] != "Another headline"
    assert headlines == [headlines[0], "Another headline"] * 2


def test_words_that_were_read_cost_no_statement(session, campaign, count_statements):
    before = campaign_words(session, campaign, 1)
    count_statements.reset()
    assert campaign_words(session, campaign, 1) is before
    assert not count_statements.statements


@pytest.fixture
def somebody_saves_meanwhile():
    """Everything that is translated is deleted just before it is read for the first time."""
    saved = []

    def save(_connection, _cursor, statement, *_):
        if "FROM campaign_text" in statement and not saved:
            saved.append(statement)
            engine = create_engine(db.engine.url)
            with Session(engine) as theirs:
                theirs.execute(delete(CampaignText))
                change_campaign(theirs, headline="A new headline")
            engine.dispose()

    event.listen(db.engine, "before_cursor_execute", save)
    yield
    event.remove(db.engine, "before_cursor_execute", save)


def test_words_are_never_half_of_one_version_and_half_of_the_next(session, campaign, somebody_saves_meanwhile):
    words = campaign_words(session, campaign, 1)
    assert (words.version, words.headline, words.translations) == (2, "A new headline", {})
