"""The form of a campaign's texts in one language: what was typed, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from app.campaigns.texts import FIELDS, Texts
from app.language.text import clean_text
from app.organizers.languages.names import TEXTS, WITH_BLANKS
from voice_flows.script import BLANK
from voice_flows.script import FIELDS as BLANK_NAMES

FARTHEST = 20_000  # characters of one field that are read at all; what is too long is shown again, not cut
ANY_BRACKETS = re.compile(r"[\[\uff3b\u3010]([^\[\]\uff3b\uff3d\u3010\u3011\n]*)[\]\uff3d\u3011]")  # Chinese ones too
BRACKETED = re.compile(r"\[[^\[\]\n]*\]")
TEXTS_TYPED = TypeAdapter(Texts)
TOO_LONG = "{title}: this is {more} {characters} too long. {longest} fit."
NO_BLANK = "{title}: “{blank}” is none of our blanks. Leave blanks in English, just as they stand there: {blanks}."
NO_BLANK_HERE = "{title}: “{blank}” is none of our blanks, and the English has none either. Take it out."
PUT_IN = "{title}: put {blanks} in too, just so. The English has it, and each supporter's own is filled in there."
TAKE_OUT = "{title}: take {blanks} out. The English does without."


@dataclass(frozen=True)
class Typed:
    """The fields as they were typed, and which texts were ticked as still fitting a changed English."""

    fields: Mapping[str, str]
    still_fit: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Texts) -> "Typed":
        """The form as it is before anybody types."""
        return cls({name: written(texts, name) for name in FIELDS})

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "Typed":
        """Read the fields."""
        read = {name: _read(name, form.get(name, "")) for name in FIELDS}
        return cls(read, frozenset(name for name in FIELDS if form.get(f"fits-{name}")))

    def texts(self) -> Texts:
        """What was meant."""
        points = tuple(line for line in self.fields["talking_points"].split("\n") if line)
        return TEXTS_TYPED.validate_python({**self.fields, "talking_points": points})


def written(texts: Texts, name: str) -> str:
    """A text as it stands in its field: the talking points a line each."""
    text = getattr(texts, name)
    return text if isinstance(text, str) else "\n".join(text)


def problems(typed: Typed, english: Texts) -> Mapping[str, str]:
    """Everything that is wrong, a sentence for each field."""
    found = {name: _too_long(name, text) for name, text in typed.fields.items()}
    for name in WITH_BLANKS:
        found[name] = found[name] or _wrong_blanks(name, typed.fields[name], getattr(english, name))
    return {name: sentence for name, sentence in found.items() if sentence}


def _read(name: str, text: str) -> str:
    """Cleaned; a blank in the brackets of a Chinese keyboard becomes ours."""
    cleaned = clean_text(text, limit=FARTHEST, lines=TEXTS[name].longest > TEXTS["headline"].longest, wide=True)
    return ANY_BRACKETS.sub(_as_ours, cleaned) if name in WITH_BLANKS else cleaned


def _as_ours(bracketed: re.Match[str]) -> str:
    blank = f"[{bracketed[1].strip()}]"
    return blank if BLANK.fullmatch(blank) else bracketed[0]


def _too_long(name: str, text: str) -> str:
    more = len(text) - TEXTS[name].longest
    if more <= 0:
        return ""
    characters = "character" if more == 1 else "characters"
    return TOO_LONG.format(title=TEXTS[name].title, more=more, characters=characters, longest=TEXTS[name].longest)


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
