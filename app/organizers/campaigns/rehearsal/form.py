"""The form of a rehearsal: what is set up, and what was chosen so far."""

from collections.abc import Mapping
from typing import Annotated

from flask import request
from pydantic import PlainValidator, ValidationInfo

from app.campaigns.in_force import CampaignWords
from app.language.text import clean_text
from app.rehearsal.choices import Do
from app.rehearsal.endings import Ending
from app.rehearsal.phases.labels import LANGUAGES
from app.rehearsal.play import MOST_CHOICES
from app.rehearsal.scene import Scene
from app.serving.forms import Form, Text, Wrong, known
from models import THROUGH_US, CallSource

PREPARED, PUBLISHED = "prepared", "published"
USUAL = {"edition": PREPARED, "source": CallSource.WEB, "place": "Holyoke", "language": "en", "ending": Ending.ANSWERED}
LONGEST_CHOICE = 120
HOLD, WATCH, BACK = "hold", "watch", "back"


def _edition(typed: str, info: ValidationInfo) -> str:
    if typed not in known(info, "editions", dict):
        raise Wrong("Choose whether the call says what is prepared or what is in force.")
    return typed


def _place(typed: str) -> str:
    if not typed:
        raise Wrong("Type where the supporter lives: a town or a ZIP code.")
    return typed


def _language(typed: str) -> str:
    if typed not in LANGUAGES:
        raise Wrong("Choose the language in which the supporter is spoken to.")
    return typed


def _source(typed: str) -> CallSource:
    source = next((one for one in THROUGH_US if one == typed), None)
    if source is None:
        raise Wrong("Choose how the call begins.")
    return source


class SceneForm(Form):
    """Which edition speaks, how the call begins, where the supporter lives, what they speak, and how it ends.

    The ending is for whoever only watches.
    """

    edition: Annotated[str, Text(limit=20), PlainValidator(_edition)]
    source: Annotated[CallSource, Text(limit=20), PlainValidator(_source)]
    place: Annotated[str, Text(limit=100), PlainValidator(_place)]
    language: Annotated[str, Text(limit=10), PlainValidator(_language)]
    ending: Annotated[Ending, Text(limit=40, otherwise="Choose how the call ends.")]

    def scene(self, editions: Mapping[str, CampaignWords]) -> Scene:
        """What is rehearsed, of these editions."""
        return Scene(editions[self.edition], self.source, self.place, self.language)


def watches() -> bool:
    """Whether the call is to be played to its ending."""
    return request.form.get("do") == WATCH


def choices_sent() -> list[str]:
    """What was chosen so far, the newest last, or without that one again; what is typed belongs to the newest."""
    sent = [clean_text(choice, limit=LONGEST_CHOICE) for choice in request.form.getlist("choice")[:MOST_CHOICES]]
    if request.form.get("do") == BACK:
        return sent[:-1]
    if sent and sent[-1] == Do.SAY:
        sent[-1] = f"{Do.SAY} {clean_text(request.form.get('said', ''), limit=100)}"
    return sent
