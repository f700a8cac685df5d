"""The edition that is prepared, and those that were published."""

import pytest
from sqlalchemy import select

from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.editions.fields import stamps
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.editions.prepared import prepared_edition
from models import Campaign
from tests.world.campaign.campaigns import WHO
from tests.world.one_unit import kept

HEADLINE, PITCH, SCRIPT = (("english", name) for name in ("headline", "pitch", "script"))


@pytest.fixture
def prepared(session, campaign):
    """What is prepared now."""

    def prepared():
        session.rollback()
        return prepared_edition(session, campaign)

    return prepared


@pytest.fixture
def in_force(session, campaign):
    """What is in force now."""

    def in_force():
        session.rollback()
        return edition_in_force(session, campaign)

    return in_force


@pytest.fixture
def seen(prepared):
    """What a form carries along that shows these fields now."""
    return lambda *paths: stamps(prepared().content, paths)


@pytest.fixture
def saves(session, campaign, seen):
    """Save fields that somebody was shown just now, or as they were `seen`."""

    def saves(values, *, seen_before=None, **how):
        shown = seen(*values) if seen_before is None else seen_before
        return kept(session, lambda work: prepare(work.session, campaign, Typed(values, shown, **how), **WHO))

    return saves


@pytest.fixture
def version(session):
    """The campaign's version now."""
    return lambda: session.scalar(select(Campaign.version).execution_options(populate_existing=True))
