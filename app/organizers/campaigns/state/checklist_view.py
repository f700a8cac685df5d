"""The checklist as its page shows it: each point with a name, and where it is mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from app.campaigns.state.points import Point
from app.readiness.campaign.checklist import Checked

# What a point is called once it is all right, and where it is mended, in words and by its page.
NAMES: Mapping[Point, tuple[str, str, str]] = {
    Point.WORDS: ("The words are written, without gaps", "Write what is missing", "organizers.words"),
    Point.SCRIPT: ("The script is written, without gaps", "Write the script", "organizers.script"),
    Point.OFFICES: (
        "Every office has somebody to answer, and a number",
        "Choose whom to call",
        "organizers.whom_to_call",
    ),
    Point.LANGUAGES: ("Every language is complete", "Translate", "organizers.languages"),
    Point.REHEARSED: ("It was rehearsed to the end", "Rehearse it", "organizers.rehearsal"),
    Point.NUMBER: ("It has a telephone number", "Give it a number", "organizers.campaign_number"),
    Point.CARRIER: ("The telephone company lets it ring", "See its number", "organizers.campaign_number"),
    Point.TEST_CALL: ("A test call went well", "Ring my phone", "organizers.test_call"),
    Point.PUBLISHED: ("What is prepared is published", "Publish", "organizers.prepared"),
}


@dataclass(frozen=True)
class Entry:
    """One point on the page."""

    checked: Checked
    title: str
    mends: str
    address: str


def entries(checked: Iterable[Checked], campaign_id: int) -> Sequence[Entry]:
    """Every point with its name."""
    return [_entry(one, campaign_id) for one in checked]


def _entry(one: Checked, campaign_id: int) -> Entry:
    title, mends, endpoint = NAMES[one.point]
    return Entry(one, title, mends, url_for(endpoint, campaign_id=campaign_id))
