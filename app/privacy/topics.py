"""What supporters read of what is kept: the topics of the table in its order, each once, with the form it has there."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.language.sentences import Sentence, sentence
from app.privacy.table import TABLE, Form
from app.privacy.table.told import Told

HOW = {
    Form.CLEAR: sentence("Organizers of this server can read it."),
    Form.DAY: sentence(
        "Locked by a key of that day. When the time is over we destroy that key: then nobody can read it, in any copy."
    ),
    Form.HASH: sentence("As a mark that is made with a secret key. From the mark alone nobody can tell what it is of."),
}
HOW[Form.MARK] = HOW[Form.HASH]


@dataclass(frozen=True)
class Topic:
    """One thing that is kept: what, why and until when it is, and how."""

    told: Told
    how: Sentence


def topics() -> Iterator[Topic]:
    """All of them, in the order in which they are met."""
    forms = {entry.told: entry.form for part in TABLE.values() for entry in part if entry.told}
    yield from (Topic(told, HOW[form]) for told, form in forms.items())
