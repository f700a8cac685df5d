"""A question that an import asks, and whether it was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Answers = Mapping[str, str]


class Asked(StrEnum):
    """What is asked about."""

    SEATS = "seats"
    NUMBERS = "numbers"
    EMAILS = "emails"
    IDS = "ids"
    NAMES = "names"
    MEMBERS = "members"
    DISTRICTS = "districts"
    YEAR = "year"
    LETTERS = "letters"
    LINES = "lines"
    OLD_LINES = "old-lines"
    LINE_KINDS = "line-kinds"
    TWICE = "twice"
    SAME_NAME = "same-name"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and its words."""

    answer: str
    words: str


YES = Choice("yes", "Yes, this is right")


@dataclass(frozen=True, slots=True)
class Question:
    """Sentences that end in a question, and the rows that it is about.

    `line` tells apart several questions about the same: the line of the file.
    """

    about: Asked
    sentences: tuple[str, ...]
    rows: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = (YES,)
    line: int = 0

    @property
    def key(self) -> str:
        """Under which it is answered."""
        return f"{self.about}-{self.line}" if self.line else self.about.value

    def is_answered(self, answers: Answers) -> bool:
        """Whether one of its answers was given."""
        return answers.get(self.key) in {choice.answer for choice in self.choices}


def unanswered(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Those that somebody has to answer before anything is written."""
    return tuple(question for question in questions if not question.is_answered(answers))


def key_of(about: Asked, line: int) -> str:
    """Under which a question about a line of the file is answered."""
    return Question(about, (), line=line).key
