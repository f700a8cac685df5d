"""The form of a campaign's scripts in English."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.campaigns.editions.fields import Path
from app.campaigns.in_force import CampaignWords
from app.organizers.text_fields import WithBlanks
from app.organizers.texts import TEXTS, WITH_BLANKS, too_long
from app.serving.forms import Form, Text, Wrong

FARTHEST = 120_000  # characters that are shown again where they do not fit
LONGEST_TOWN = 60
PATHS: Mapping[str, Path] = {name: ("english", name) for name in WITH_BLANKS}


def _fitting(text: str, info: ValidationInfo) -> str:
    about = TEXTS[str(info.field_name)]
    if problem := too_long(about.title, text, about.longest):
        raise Wrong(problem)
    return text


Script = Annotated[str, WithBlanks(limit=FARTHEST, lines=True), PlainValidator(_fitting)]


class ScriptForm(Form):
    """A field for each script, and the town for which they are shown filled in."""

    script: Script
    voicemail_script: Script
    thanks_script: Script
    town: Annotated[str, Text(limit=LONGEST_TOWN)]

    def values(self) -> Mapping[Path, object]:
        """What was meant, by where it stands in an edition."""
        return {path: getattr(self, name) for name, path in PATHS.items()}


def before_anybody_types(words: CampaignWords) -> Mapping[str, str]:
    """The fields as they are now."""
    return {name: getattr(words, name) for name in PATHS}
