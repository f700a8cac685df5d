"""Answers to what an import asks: given as options, or typed by somebody who sits before it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from app.representatives.importing import Answers, Asked, Question
from app.representatives.importing.question import YES

F = TypeVar("F", bound=Callable[..., object])

KEPT = "ringdown.answers"
WITH_CHOICES = {Asked.TWICE, Asked.SAME_NAME}
WHAT: dict[Asked, str] = {
    Asked.SEATS: "many seats become vacant",
    Asked.NUMBERS: "many members are without a number",
    Asked.EMAILS: "many e-mail addresses are lost",
    Asked.IDS: "many members get another id",
    Asked.NAMES: "many members are called otherwise",
    Asked.MEMBERS: "most members are replaced",
    Asked.DISTRICTS: "the districts are not as many as by law",
    Asked.YEAR: "the file seems to be older than what we have",
    Asked.LETTERS: "the letters of a file that is not UTF-8 were guessed",
    Asked.LINES: "many are reached on other numbers",
    Asked.OLD_LINES: "numbers return that were changed before",
    Asked.LINE_KINDS: "numbers are elsewhere than their columns say",
}


def answering(command: F) -> F:
    """Give a command an option for each answer."""
    for about, what in reversed(WHAT.items()):
        option = click.option(
            f"--yes-{about}",
            is_flag=True,
            expose_value=False,
            callback=lambda context, _option, is_set, about=about: _note(context, about.value, YES.answer, is_set),
            help=f"Write even where {what}.",
        )
        command = option(command)
    told = "One of the answers to a question that has several, such as twice-12=14."
    return click.option("--answer", multiple=True, metavar="KEY=ANSWER", expose_value=False, callback=_read, help=told)(
        command
    )


def answers_given() -> Answers:
    """What was answered by options."""
    return dict(_kept(click.get_current_context()))


def how_to_answer(question: Question) -> str:
    """The option, or the several of them, each with its words."""
    if question.about not in WITH_CHOICES:
        return f"  If this is right, add --yes-{question.about}."
    return "\n".join(f"  --answer {question.key}={it.answer}  {it.words}" for it in question.choices)


def told(question: Question) -> str:
    """The question with the rows that it is about."""
    sentences = "".join(f"{sentence}{'' if sentence.endswith('?') else '.'}\n" for sentence in question.sentences)
    return sentences + "".join(f"  {row}\n" for row in question.rows)


def ask(questions: Iterable[Question]) -> dict[str, str] | None:
    """What somebody types; None where something is not right."""
    answers: dict[str, str] = {}
    for question in questions:
        click.echo(told(question), nl=False)
        if question.about in WITH_CHOICES:
            click.echo("\n".join(f"  {it.answer}: {it.words}" for it in question.choices))
            answers[question.key] = click.prompt("Which?", type=click.Choice([it.answer for it in question.choices]))
        elif click.confirm("Is this right?", default=False):
            answers[question.key] = YES.answer
        else:
            return None
    return answers


def _read(context: click.Context, _option: click.Parameter, typed: tuple[str, ...]) -> None:
    for it in typed:
        key, parted, answer = it.partition("=")
        if not parted:
            raise click.BadParameter(f"“{it}” is not KEY=ANSWER")
        _note(context, key, answer, is_set=True)


def _note(context: click.Context, key: str, answer: str, is_set: bool) -> None:
    if is_set:
        _kept(context)[key] = answer


def _kept(context: click.Context) -> dict[str, str]:
    kept: dict[str, str] = context.meta.setdefault(KEPT, {})
    return kept
