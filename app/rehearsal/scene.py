"""What is rehearsed: whose words, how the call begins, where the supporter lives, in which language they speak."""

from dataclasses import dataclass

from app.campaigns.in_force import CampaignWords
from models import CallSource


@dataclass(frozen=True)
class Scene:
    """The words may be any of the campaign's, in force or not; `place` is what the supporter types, keys or says."""

    words: CampaignWords
    source: CallSource
    place: str
    language: str = "en"
