"""The form of a campaign's words: a field for each, and rows of what else there is to do."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import Path, fields_of
from app.organizers.campaigns.words.actions import actions_typed, actions_written
from app.organizers.campaigns.words.fields import Contact, Line, Lines, MaybeLine, PageAddress
from app.organizers.campaigns.words.names import ACTIONS, WHERE
from app.serving.forms import Filled, Form, read_form


class WordsForm(Form):
    """A field for each text."""

    group: Line
    group_said: MaybeLine
    subject: Line
    headline: Line
    pitch: Lines
    talking_points: Lines
    fact_sheet_url: PageAddress
    contact: Contact
    privacy_note: Lines


def read_words(
    sent: Mapping[str, str], campaigns: Collection[str]
) -> tuple[Filled[WordsForm], Mapping[Path, object] | None]:
    """The form with the rows beside it, and by path what was meant, if nothing is wrong."""
    form, actions = read_form(WordsForm, sent), actions_typed(sent, campaigns)
    whole = replace(form, typed={**form.typed, **actions.typed}, errors={**form.errors, **actions.errors})
    if whole.errors or form.meant is None:
        return replace(whole, meant=None), None
    values = {path: getattr(form.meant, name) for name, path in WHERE.items()}
    points = tuple(line for line in form.meant.talking_points.split("\n") if line)
    return whole, {**values, WHERE["talking_points"]: points, ACTIONS: actions.meant}


def before_anybody_types(content: Content) -> Mapping[str, str]:
    """The fields as they are prepared."""
    fields = fields_of(content)
    return {**{name: _written(fields[path]) for name, path in WHERE.items()}, **actions_written(content.actions)}


def _written(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)
