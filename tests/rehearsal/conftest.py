"""Rehearsals of the small world's campaign, each in a unit that is never kept."""

from collections.abc import Callable
from typing import Any

import pytest

from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import Heard
from app.campaigns.in_force import CampaignWords, campaign_words
from app.rehearsal.endings import Ending
from app.rehearsal.play import play
from app.rehearsal.scene import Scene
from app.rehearsal.told import Story
from app.store.unit import never_kept
from models import CallSource, Campaign


@pytest.fixture
def words(session, campaign) -> CampaignWords:
    """The campaign's words, as they are in force."""
    return campaign_words(session, campaign, session.get_one(Campaign, campaign).version)


@pytest.fixture
def rehearses(app, session, words) -> Callable[..., Story]:
    """Plays a rehearsal: a call from the page, from Holyoke and in English, unless something else is said."""

    def rehearses(*choices: str, ending: str = "", **scene: Any) -> Story:
        given, usual = app.extensions["ringdown"], {"words": words, "source": CallSource.WEB, "place": "Holyoke"}
        with never_kept(session) as work:
            own = AtHand(work, given.vault, given.clock, given.settings, Heard())
            return play(own, Scene(**usual | scene), choices, Ending(ending) if ending else None)

    return rehearses
