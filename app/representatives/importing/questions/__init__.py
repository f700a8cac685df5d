"""What an import asks before anything is written: one list, for the page and for the command."""

from collections.abc import Callable, Iterator

from app.representatives.importing.plan import Plan
from app.representatives.importing.question import Question, unanswered
from app.representatives.importing.questions.earlier import of_an_earlier_year
from app.representatives.importing.questions.lines import line_kinds, lines_changed, old_lines
from app.representatives.importing.questions.losses import (
    lost_emails,
    lost_numbers,
    lost_seats,
    other_ids,
    other_names,
    replaced,
    wrong_districts,
)
from app.representatives.importing.questions.people import letters, same_names, told_twice

Asking = Callable[[Plan], Iterator[Question]]

OF_THE_WHOLE: tuple[Asking, ...] = (
    wrong_districts,
    of_an_earlier_year,
    lost_seats,
    replaced,
    other_ids,
    other_names,
    lost_numbers,
    lost_emails,
    lines_changed,
)
OF_SEATS: tuple[Asking, ...] = (letters, told_twice, same_names, old_lines, line_kinds)


def questions(plan: Plan) -> tuple[Question, ...]:
    """Everything that it asks, answered or not; of most files nothing.

    Whoever named the seats that it is about knows what they do: of the whole nothing is asked.
    """
    asking = OF_SEATS if plan.request.only else (*OF_SEATS, *OF_THE_WHOLE)
    return tuple(question for ask in asking for question in ask(plan))


def open_questions(plan: Plan) -> tuple[Question, ...]:
    """What somebody has still to answer."""
    return unanswered(questions(plan), plan.request.answers)
