"""Brings Open States' people file into the roster: read, compare, show, and only then write."""

from app.representatives.importing.applying import RosterChangedMeanwhileError, apply_import, plan_import
from app.representatives.importing.csv_rows import read_file
from app.representatives.importing.districts.file import DistrictPlan, apply_districts, plan_districts
from app.representatives.importing.limits import refusals
from app.representatives.importing.numbers import Skipped
from app.representatives.importing.plan import Change, Conflict, ImportRequest, Plan
from app.representatives.importing.problems import FileProblemsError

__all__ = [
    "Change",
    "Conflict",
    "DistrictPlan",
    "FileProblemsError",
    "ImportRequest",
    "Plan",
    "RosterChangedMeanwhileError",
    "Skipped",
    "apply_districts",
    "apply_import",
    "plan_districts",
    "plan_import",
    "read_file",
    "refusals",
]
