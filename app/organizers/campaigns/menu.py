"""The menu of a campaign, the same on all its pages: where each subject is changed, and where something waits."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, current_app, request, url_for

from app.campaigns.editions.compare import Difference
from app.campaigns.in_force import CampaignWords
from app.guard.who_may import least_role
from app.organizers.accounts.roles import signed_in
from app.organizers.campaigns.unpublished import unpublished
from app.organizers.campaigns.words.names import PATHS
from models import TeamRole


@dataclass(frozen=True)
class Entry:
    """A page of the campaign; `subjects` are the beginnings of the fields' paths that are changed there."""

    title: str
    endpoint: str
    subjects: tuple[str, ...] = ()

    def holds(self, difference: Difference) -> bool:
        """Whether this field is changed there."""
        path = ".".join(difference.path)
        return any(path == subject or path.startswith(f"{subject}.") for subject in self.subjects)


@dataclass(frozen=True)
class Shown:
    """The same in the menu of one campaign; `current` is empty, or what the attribute of that name says."""

    title: str
    address: str
    current: str
    waits: int


MENU = (
    Entry("Dashboard", "organizers.dashboard"),
    Entry("What offices said", "organizers.said"),
    Entry("Words", "organizers.words", tuple(".".join(path) for path in PATHS)),
    Entry("Script", "organizers.script", ("english.script", "english.voicemail_script", "english.thanks_script")),
    Entry("Whom to call", "organizers.whom_to_call", ("whom",)),
    Entry("When", "organizers.when", ("when", "english.afterwards")),
    Entry("Languages", "organizers.languages", ("translations", "languages", "script_told")),
    Entry("Prompts", "organizers.prompts", ("prompts",)),
    Entry("Look", "organizers.look", ("look",)),
    Entry("Public numbers", "organizers.public_numbers", ("public", "results")),
    Entry("Number", "organizers.campaign_number"),
    Entry("Hotline", "organizers.hotline"),
    Entry("Days of action", "organizers.action_days"),
    Entry("Phone banks", "organizers.phone_banks"),
    Entry("Money", "organizers.money"),
    Entry("Rehearse", "organizers.rehearsal"),
    Entry("Test call", "organizers.test_call"),
)
PUBLISH = "organizers.prepared"
STATE = Entry("Start and pause", "organizers.state")


def campaign_menu(words: CampaignWords) -> Iterator[Shown]:
    """The pages that whoever has signed in may open; Publish tells of everything that waits."""
    waiting = unpublished(words)
    for entry in MENU:
        if _may(entry.endpoint):
            yield _shown(entry, words, sum(map(entry.holds, waiting)))
    if _may(PUBLISH):
        yield _shown(Entry("Publish", PUBLISH), words, len(waiting))
    if _may(STATE.endpoint):
        yield _shown(STATE, words, 0)


def init_menu(app: Flask) -> None:
    """Give templates this as a function."""
    app.add_template_global(campaign_menu)


def _may(endpoint: str) -> bool:
    return signed_in().may(least_role(current_app, endpoint) or TeamRole.ADMIN)


def _shown(entry: Entry, words: CampaignWords, waits: int) -> Shown:
    address = url_for(entry.endpoint, campaign_id=words.id)
    return Shown(entry.title, address, _current(address), waits)


def _current(address: str) -> str:
    """Pages below one of the menu belong to it."""
    if request.path == address:
        return "page"
    return "true" if request.path.startswith(f"{address}/") else ""
