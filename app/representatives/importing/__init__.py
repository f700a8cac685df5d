"""Brings Open States' people file into the roster: read, compare, show, and only then write."""

from app.representatives.importing.ahead.of_seat import coming_to, sat_in
from app.representatives.importing.ahead.preparing import (
    USUAL_HOUR,
    NotAheadError,
    NotPreparedError,
    ahead,
    differences,
    prepare,
    prepared_imports,
    undo,
)
from app.representatives.importing.ahead.taking_force import directory_today, take_force
from app.representatives.importing.applying import RosterChangedMeanwhileError, apply_import, plan_import
from app.representatives.importing.csv_rows import read_file
from app.representatives.importing.districts.file import DistrictPlan, apply_districts, plan_districts
from app.representatives.importing.numbers import Skipped
from app.representatives.importing.plan import Change, Conflict, ImportRequest, Plan
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.question import Answers, Asked, Choice, Question
from app.representatives.importing.questions import open_questions, questions
from app.representatives.importing.questions.lines import numbers_of
from app.representatives.importing.questions.shares import place
from app.representatives.importing.seats_named import seats_named
from app.representatives.importing.what_differs import what_differs

__all__ = [
    "USUAL_HOUR",
    "Answers",
    "Asked",
    "Change",
    "Choice",
    "Conflict",
    "DistrictPlan",
    "FileProblemsError",
    "ImportRequest",
    "NotAheadError",
    "NotPreparedError",
    "Plan",
    "Question",
    "RosterChangedMeanwhileError",
    "Skipped",
    "ahead",
    "apply_districts",
    "apply_import",
    "coming_to",
    "differences",
    "directory_today",
    "numbers_of",
    "open_questions",
    "place",
    "plan_districts",
    "plan_import",
    "prepare",
    "prepared_imports",
    "questions",
    "read_file",
    "sat_in",
    "seats_named",
    "take_force",
    "undo",
    "what_differs",
]
