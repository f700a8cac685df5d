"""Plays a call of any edition of a campaign, as if it were in force, and keeps nothing of it."""

from collections.abc import Mapping, Sequence

from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import Heard
from app.campaigns.in_force import CampaignWords, words_in_force
from app.extensions import given
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.rehearsal.form import PREPARED, PUBLISHED
from app.rehearsal.endings import Ending
from app.rehearsal.play import play
from app.rehearsal.scene import Scene
from app.rehearsal.told import Story
from app.store.db import db
from app.store.unit import never_kept


def editions(campaign_id: int) -> Mapping[str, CampaignWords]:
    """What can be rehearsed of it: what is prepared, and what is in force, if anything is."""
    prepared, in_force = found_campaign(campaign_id), words_in_force(db.session, campaign_id)
    return {PREPARED: prepared} | ({PUBLISHED: in_force} if in_force else {})


def played(scene: Scene, choices: Sequence[str], ending: Ending | None, *, tells_log: bool = True) -> Story:
    """Where these choices lead, and on to the ending, if one is asked for; and what the log would say, if that is."""
    own = given()
    with never_kept(db.session) as work:
        at_hand = AtHand(work, own.vault, own.clock, own.settings, Heard())
        return play(at_hand, scene, choices, ending, tells_log=tells_log)
