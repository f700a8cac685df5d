"""The whole checklist of a campaign, in the order in which somebody goes through it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.in_force import CampaignWords
from app.campaigns.state.points import MUST_BE, Point
from app.config import Settings
from app.readiness.campaign.languages import open_languages
from app.readiness.campaign.offices import open_offices
from app.readiness.campaign.ringing import is_outside, open_carrier, open_number, open_test_call
from app.readiness.campaign.words import open_script, open_words
from app.representatives import directory
from models import Campaign

NOT_REHEARSED = "Nobody has rehearsed it to the end yet. It takes two minutes, and rings nobody."
NEVER_PUBLISHED = "Nothing is published yet. Publish it, and then start."
NOT_PUBLISHED = "Something is prepared that is not published. Publish it, or put it back as it was."


@dataclass(frozen=True)
class Checked:
    """One point: what is open about it, in sentences, and whether it is left so knowingly."""

    point: Point
    open: tuple[str, ...]
    is_waived: bool

    @property
    def is_settled(self) -> bool:
        """Whether it keeps nobody from starting."""
        return not self.open or self.is_waived

    @property
    def may_be_waived(self) -> bool:
        """Whether it may be left open."""
        return self.point not in MUST_BE


def checklist(session: Session, words: CampaignWords, settings: Settings) -> Sequence[Checked]:
    """Every point of the campaign as it is prepared; where we ring nobody, none about ringing."""
    campaign = session.get_one(Campaign, words.id, populate_existing=True)
    found: dict[Point, Iterable[str]] = {
        Point.WORDS: open_words(words),
        Point.SCRIPT: open_script(words),
        Point.OFFICES: open_offices(words, directory(session)),
        Point.LANGUAGES: open_languages(words),
        **({} if words.content.whom.own_phones else _ringing(session, campaign, settings)),
        Point.PUBLISHED: _publishing(session, words),
    }
    return [Checked(point, tuple(it), is_waived=point in campaign.waived) for point, it in found.items()]


def _ringing(session: Session, campaign: Campaign, settings: Settings) -> dict[Point, Iterable[str]]:
    found: dict[Point, Iterable[str]] = {
        Point.REHEARSED: [] if campaign.rehearsed_at else [NOT_REHEARSED],
        Point.NUMBER: open_number(session, campaign, settings),
    }
    if is_outside(settings):
        found[Point.CARRIER] = open_carrier(session, settings)
        found[Point.TEST_CALL] = open_test_call(session, campaign)
    return found


def may_start(checked: Iterable[Checked]) -> bool:
    """Whether nothing is open that nobody decided on."""
    return all(one.is_settled for one in checked)


def _publishing(session: Session, words: CampaignWords) -> list[str]:
    in_force = edition_in_force(session, words.id)
    if in_force is None:
        return [NEVER_PUBLISHED]
    return [] if in_force.content == words.content else [NOT_PUBLISHED]
