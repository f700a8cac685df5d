"""What the audit log tells of an office that was made by hand: all that is said of it, which is public."""

from typing import Literal

from app.organizers.audited import Told
from app.organizers.formats import written_line
from app.organizers.texts import LANGUAGES
from app.representatives.made.facts import MadeFacts, facts_of
from app.representatives.made.offices import rows_of
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct

CHANGED: Literal[AuditAct.OFFICE_CHANGED] = AuditAct.OFFICE_CHANGED
SUBJECT = "{name}, an office made by hand"


def told_of_made(geoid: str) -> Told:
    """How it stands, and whether anybody can be connected there."""

    def facts() -> Facts:
        found = rows_of(db.session, geoid)
        return {**as_told(facts_of(*found)), "is called": found[1].valid_to is None} if found else {}

    found = rows_of(db.session, geoid)
    return Told(CHANGED, SUBJECT.format(name=found[1].name if found else ""), facts)


def as_told(facts: MadeFacts) -> Facts:
    """What is said of it."""
    titles = {f"title in {LANGUAGES.get(code, 'English')}": title for code, title in facts.titles.items()}
    lines = [written_line(line) for line in facts.lines]
    return {"name": facts.name, **titles, "lines": lines, "e-mail": facts.email, "note": facts.note}
