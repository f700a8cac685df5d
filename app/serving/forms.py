"""Reads a form: the value that was meant, or a sentence at every field that is wrong, all at once.

It stands here because supporters' and organizers' pages both read forms, and neither imports the other. A form is a
pydantic model whose fields are annotated with a `Text`, which says how much of what was typed is kept to be shown
again, and with whatever makes a value of it. That raises `Wrong`, with what to do instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationError, ValidationInfo

from app.language.sentences import Sentence
from app.language.text import clean_text

Advice = Sentence | str


class Wrong(ValueError):
    """What was typed is no value of its field."""

    def __init__(self, *sentences: Advice) -> None:
        super().__init__()
        self.sentences = sentences


@dataclass(frozen=True)
class Text:
    """At most so many characters, cleaned, with their line breaks or wide characters if the field has such.

    `as_typed` is cut alone, where cleaning would hide what is wrong. `otherwise` is said of what is no value, unless
    something better is known.
    """

    limit: int
    lines: bool = False
    wide: bool = False
    as_typed: bool = False
    otherwise: Advice = ""

    def of(self, typed: str) -> str:
        """What is kept."""
        if self.as_typed:
            return typed[: self.limit]
        return clean_text(typed, limit=self.limit, lines=self.lines, wide=self.wide)


class Form(BaseModel):
    """The fields of a form, as they were meant."""

    model_config = ConfigDict(frozen=True)


Ticked = Annotated[bool, Text(limit=20), PlainValidator(bool)]

F = TypeVar("F", bound=Form)
K = TypeVar("K")


@dataclass(frozen=True)
class Filled(Generic[F]):
    """A form that was sent: its fields to show again, and either what was meant or sentences by field.

    `seen` is what it says that it was shown; it goes on saying so until somebody looks at what there is now.
    """

    typed: Mapping[str, str]
    meant: F | None = None
    errors: Mapping[str, tuple[Advice, ...]] = field(default_factory=dict)
    seen: str = ""

    def with_error(self, name: str, *sentences: Advice) -> "Filled[F]":
        """The same with one more thing that is wrong, which only showed later."""
        return replace(self, meant=None, errors={**self.errors, name: sentences})


def read_form(kind: type[F], sent: Mapping[str, str], **known: object) -> Filled[F]:
    """Read the fields; `known` is what they are checked against, in the context of their validators."""
    typed, seen = _typed(kind, sent), sent.get("seen", "")
    try:
        return Filled(typed, kind.model_validate(typed, context=known), seen=seen)
    except ValidationError as refused:
        return Filled(typed, errors=_by_field(kind, refused), seen=seen)


def read_sound_form(kind: type[F], sent: Mapping[str, str]) -> F:
    """Read a form of which no field can be wrong."""
    return kind.model_validate(_typed(kind, sent))


def known(info: ValidationInfo, name: str, kind: type[K]) -> K:
    """What a field is checked against."""
    value = (info.context or {})[name]
    if not isinstance(value, kind):
        raise TypeError(name)
    return value


def _typed(kind: type[Form], sent: Mapping[str, str]) -> dict[str, str]:
    return {name: text.of(sent[name]) if name in sent else "" for name, text in _texts(kind).items()}


@cache
def _texts(kind: type[Form]) -> Mapping[str, Text]:
    return {name: next(it for it in info.metadata if isinstance(it, Text)) for name, info in kind.model_fields.items()}


def _by_field(kind: type[Form], refused: ValidationError) -> dict[str, tuple[Advice, ...]]:
    texts, told = _texts(kind), dict[str, tuple[Advice, ...]]()
    for error in refused.errors(include_url=False, include_input=False):
        name, wrong = str(error["loc"][0]), error.get("ctx", {}).get("error")
        told.setdefault(name, wrong.sentences if isinstance(wrong, Wrong) else (texts[name].otherwise,))
    return told
