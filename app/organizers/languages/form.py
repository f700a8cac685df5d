"""The form of a campaign's texts in one language."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import PlainValidator, TypeAdapter, ValidationInfo

from app.campaigns.texts import FIELDS, Texts
from app.organizers.text_fields import WithBlanks
from app.organizers.texts import TEXTS, WITH_BLANKS, too_long
from app.serving.forms import Form, Text, Wrong, known
from voice_flows.script import BLANK
from voice_flows.script import FIELDS as BLANK_NAMES

FARTHEST = 20_000  # characters of one field that are read at all; what is too long is shown again, not cut
BRACKETED = re.compile(r"\[[^\[\]\n]*\]")
TEXTS_TYPED = TypeAdapter(Texts)
BY_LINE = ("talking_points", "latest")
NO_BLANK = "{title}: “{blank}” is none of our blanks. Leave blanks in English, just as they stand there: {blanks}."
NO_BLANK_HERE = "{title}: “{blank}” is none of our blanks, and the English has none either. Take it out."
PUT_IN = "{title}: put {blanks} in too, just so. The English has it, and each supporter's own is filled in there."
AS_MANY = "{title}: write {many} lines, one for each of the English, in the same order. Here are {typed}."
TAKE_OUT = "{title}: take {blanks} out. The English does without."


def _fitting(text: str, info: ValidationInfo) -> str:
    name = str(info.field_name)
    problems = [too_long(TEXTS[name].title, text, TEXTS[name].longest)]
    if name in WITH_BLANKS:
        problems.append(_wrong_blanks(name, text, getattr(known(info, "english", Texts), name)))
    if name == "latest":
        problems.append(_wrong_lines(name, _lines(text), known(info, "english", Texts).latest))
    if any(problems):
        raise Wrong(*filter(None, problems))
    return text


OneLine = Annotated[str, Text(limit=FARTHEST, wide=True), PlainValidator(_fitting)]
Lines = Annotated[str, Text(limit=FARTHEST, lines=True, wide=True), PlainValidator(_fitting)]
Script = Annotated[str, WithBlanks(limit=FARTHEST, lines=True, wide=True), PlainValidator(_fitting)]


class TextsForm(Form):
    """A field for each text."""

    headline: OneLine
    subject: OneLine
    pitch: Lines
    script: Script
    voicemail_script: Script
    thanks_script: Script
    talking_points: Lines
    afterwards: Lines
    latest: Lines
    privacy_note: Lines

    def texts(self) -> Texts:
        """What was meant."""
        fields = {name: getattr(self, name) for name in FIELDS}
        lines = {name: _lines(fields[name]) for name in BY_LINE}
        return TEXTS_TYPED.validate_python({**fields, **lines})


def before_anybody_types(texts: Texts) -> Mapping[str, str]:
    """The fields as they are now."""
    return {name: written(texts, name) for name in FIELDS}


def written(texts: Texts, name: str) -> str:
    """A text as it stands in its field: the talking points a line each."""
    text = getattr(texts, name)
    return text if isinstance(text, str) else "\n".join(text)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)


def _wrong_lines(name: str, typed: Sequence[str], english: Sequence[str]) -> str:
    """A line that is missing would put every other one under somebody else's title."""
    if not (typed and english) or len(typed) == len(english):
        return ""
    return AS_MANY.format(title=TEXTS[name].title, many=len(english), typed=len(typed))


def _wrong_blanks(name: str, text: str, english: str) -> str:
    """Blanks must be those of the English, or a supporter would hear a bracket, or no name at all."""
    title, known, there = TEXTS[name].title, _blanks(english), _blanks(text)
    if not (text and english):
        return ""
    strange = next(
        (it[0] for it in BRACKETED.finditer(text) if it[0] not in english and not BLANK.fullmatch(it[0])), ""
    )
    if strange:
        sentence = NO_BLANK if known else NO_BLANK_HERE
        return sentence.format(title=title, blank=strange, blanks=", ".join(known.values()))
    if lacking := [blank for meaning, blank in known.items() if meaning not in there]:
        return PUT_IN.format(title=title, blanks=" and ".join(lacking))
    if more := [blank for meaning, blank in there.items() if meaning not in known]:
        return TAKE_OUT.format(title=title, blanks=" and ".join(more))
    return ""


def _blanks(text: str) -> dict[str, str]:
    """The blanks by what they mean, each as it is first written: [Town] is [City/Town]."""
    blanks: dict[str, str] = {}
    for blank in BLANK.finditer(text):
        blanks.setdefault(BLANK_NAMES[blank[1].lower()], blank[0])
    return blanks
