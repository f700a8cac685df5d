"""Why a file is not brought in: it gives an office a number that is no office's, or holds before anybody could look."""

from datetime import datetime, timedelta

from app.extensions import settings
from app.guard.phone_numbers import national
from app.limits.office_numbers import NotAnOffice
from app.organizers.office_numbers import whose_instead
from app.representatives.importing import Plan
from app.representatives.new_lines.brought_in import new_numbers

WHOSE = {
    NotAnOffice.CAMPAIGN: "a campaign's own number",
    NotAnOffice.SUPPORTER: "of somebody who called with us, asked never to be called, or is one of you",
    NotAnOffice.SWITCHBOARD: "the State House's switchboard",
    NotAnOffice.NEVER: "the police's, a hospital's, or one that costs by the minute",
}
REFUSED = "{number}, as {name}'s number, is {whose}. Mend the file, or leave that number out."
TOO_SOON = (
    "From then on it would be used before anybody else can look. Choose a moment {minutes} minutes ahead or later, or "
    "bring the file in now: its new numbers wait for as long."
)


def why_not_brought_in(plan: Plan, now: datetime) -> str:
    """A sentence, or none."""
    new = list(new_numbers(plan.before, plan.people))
    wait = timedelta(minutes=settings().new_line_minutes)
    if plan.request.in_force_from and plan.request.in_force_from < now + wait and new:
        return TOO_SOON.format(minutes=settings().new_line_minutes)
    for person, line in new:
        # Members of both chambers may change places in one file, so that another office's number may be right.
        whose = whose_instead(line.e164, plan.districts[person.geoid].chamber)
        if whose in WHOSE:
            return REFUSED.format(number=national(line.e164), name=person.name, whose=WHOSE[whose])
    return ""
