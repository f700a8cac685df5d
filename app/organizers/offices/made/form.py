"""The form of an office that is made by hand: what it is called, in each language, and how it is reached."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.guard.phone_numbers import national
from app.language.languages import ENGLISH
from app.organizers.offices.lines_form import SAME_TWICE, SHOWN, Email, Extension, read_number
from app.representatives.facts.emails import LONGEST as LONGEST_EMAIL
from app.representatives.facts.records import LineFacts
from app.representatives.made.facts import LONGEST_NAME, LONGEST_NOTE, LONGEST_TITLE, MadeFacts
from app.serving.forms import Form, Text, Wrong
from models import TEXT_LANGUAGES, LineKind

NO_NAME = "Enter a name, in letters: a person's, a committee's, an agency's or a company's."
NO_ENGLISH = "Write the title in English too: it is said in every language in which it is not written."
NO_LINE = "Enter the office's number: an office without one cannot be called."
NO_NOTE = "Say where the number comes from, so that others can trust it."

NUMBERS = ("first", "second")
# The fields of the title in other languages, by the codes of these.
TITLES: Mapping[str, str] = {f"title_{code.lower()}": code for code in TEXT_LANGUAGES}


def _name(typed: str) -> str:
    if not any(map(str.isalpha, typed)):
        raise Wrong(NO_NAME)
    return typed


def _title(typed: str, info: ValidationInfo) -> str:
    if not typed and any(info.data.get(field) for field in TITLES):
        raise Wrong(NO_ENGLISH)
    return typed


def _first(typed: str, info: ValidationInfo) -> str:
    number = read_number(typed, info)
    if not number:
        raise Wrong(NO_LINE)
    return number


def _second(typed: str, info: ValidationInfo) -> str:
    number, above = read_number(typed, info), info.data
    if number and (number, above.get("second_extension")) == (above.get("first"), above.get("first_extension")):
        raise Wrong(SAME_TWICE)
    return number


def _note(typed: str) -> str:
    if not typed:
        raise Wrong(NO_NOTE)
    return typed


Title = Annotated[str, Text(limit=LONGEST_TITLE)]


class MadeForm(Form):
    """An office; what a field is checked by comes before it."""

    name: Annotated[str, Text(limit=LONGEST_NAME), PlainValidator(_name)]
    title_es: Title
    title_pt: Title
    title_ht: Title
    title_zh_hans: Title
    title_zh_hant: Title
    title: Annotated[str, Text(limit=LONGEST_TITLE), PlainValidator(_title)]
    first_extension: Extension
    first: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(_first)]
    second_extension: Extension
    second: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(_second)]
    email: Annotated[str, Text(limit=LONGEST_EMAIL + 1, as_typed=True), Email]
    note: Annotated[str, Text(limit=LONGEST_NOTE), PlainValidator(_note)]

    def facts(self) -> MadeFacts:
        """What was meant."""
        titles = {ENGLISH.code: self.title} | {code: getattr(self, field) for field, code in TITLES.items()}
        first = LineFacts(self.first, self.first_extension, LineKind.FIRST)
        second = LineFacts(self.second, self.second_extension, LineKind.SECOND)
        return MadeFacts(
            name=self.name,
            titles={code: title for code, title in titles.items() if title},
            lines=(first, second) if second.e164 else (first,),
            email=self.email,
            note=self.note,
        )


BEFORE_ANYBODY_TYPES: Mapping[str, str] = dict.fromkeys(MadeForm.model_fields, "")


def as_typed(facts: MadeFacts) -> Mapping[str, str]:
    """The office of today, in the fields of the form."""
    titles = {"title": facts.titles.get(ENGLISH.code, "")}
    titles |= {field: facts.titles.get(code, "") for field, code in TITLES.items()}
    numbers = {line.kind.value: national(line.e164) for line in facts.lines}
    extensions = {f"{line.kind}_extension": line.extension for line in facts.lines}
    about = {"name": facts.name, "email": facts.email, "note": facts.note}
    return {**BEFORE_ANYBODY_TYPES, **titles, **numbers, **extensions, **about}
