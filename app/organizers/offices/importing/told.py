"""What the pages of imports tell after a redirect, and what the audit log tells of one."""

from typing import Literal

from app.language.moments.short import day_in_words, time_of_day
from app.organizers.notices import Notice, Page
from app.representatives.importing import Plan, place
from app.team.audit import Facts
from models import AuditAct

CHANGED: Literal[AuditAct.OFFICE_CHANGED] = AuditAct.OFFICE_CHANGED
IMPORT = Page(
    "organizers.import_offices",
    {
        "prepared": Notice("Prepared. It takes force by itself, and until then you can undo it below."),
        "undone": Notice("Undone: nobody's seat changes on that day."),
        "in-force": Notice("That import is in force already, or somebody undid it before you.", is_bad=True),
        "too-large": Notice(
            "This file is far too large: one of a state has less than 1 MB.", is_bad=True, about="file"
        ),
        "dropped": Notice("The file is taken away. Nothing was changed."),
        "no-file": Notice("No file of yours waits here: upload one below.", is_bad=True),
        "moment": Notice("The moment from which it was to hold is over: upload the file once more.", is_bad=True),
    },
)
FILE = Page(
    "organizers.import_file",
    {
        "read": Notice("We have read the file. Nothing is changed yet: this is what it would change."),
        "answered": Notice("Your answers are kept. This is what the file would change now."),
    },
)


def subject(plan: Plan) -> str:
    """Who sits in MA from Wednesday, Jan 6, 2027, 11:00 AM on."""
    asked = plan.request
    if asked.in_force_from is None:
        return f"who sits in {asked.state}"
    return f"who sits in {asked.state} from {day_in_words(asked.as_of)}, {time_of_day(asked.in_force_from)} on"


def as_told(plan: Plan) -> Facts:
    """Whom it brings and takes away; all of it is public."""
    return {
        "source": plan.request.source,
        "new": [f"{it.name}, {place(plan, it.geoid)}" for it in plan.added],
        "leaving": [f"{it.name}, {place(plan, it.geoid)}" for it in plan.left],
        "moving": [f"{it.after.name}, to {place(plan, it.after.geoid)}" for it in plan.moved],
        "changed": [f"{it.after.name}, {place(plan, it.after.geoid)}" for it in plan.changed],
        "answered": sorted(plan.request.answers),
    }
