"""What an import of some rows asks, as a test reads it."""

from app.representatives.importing import questions
from tests.representatives.importing.people_csv import plan_of


def asked(plan):
    """Every sentence of every question."""
    return tuple(sentence for question in questions(plan) for sentence in question.sentences)


def question_of(session, rows, **more):
    """The only question that importing these rows asks."""
    (question,) = questions(plan_of(session, rows, **more))
    return question
