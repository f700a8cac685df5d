"""An office that was made by hand as its page shows it, and what its form changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.campaigns.whom.listed_by import listed_by
from app.organizers.accounts.roles import signed_in
from app.organizers.change import Change, Who, as_shown, digest
from app.organizers.offices.made.audit import told_of_made
from app.organizers.offices.made.form import MadeForm, as_typed
from app.organizers.offices.new_lines.noted import noting_lines
from app.representatives import Seat
from app.representatives.made.facts import MadeFacts, facts_of, from_json, to_json
from app.representatives.made.making import change_office, undo_change
from app.representatives.made.offices import rows_of
from app.serving.forms import Filled
from app.store.db import db


@dataclass(frozen=True)
class MadeShown:
    """What its page shows beside what every office has.

    `listing` are the campaigns that call it, by id, as far as whoever looks may see them; there are `more`.
    """

    facts: MadeFacts
    before: MadeFacts | None
    form: Filled[MadeForm]
    set_at: datetime
    set_by: str
    listing: Mapping[int, str]
    more: int


def change_of_made(seat: Seat) -> Change[MadeForm]:
    """What is said of it, and what was said before."""
    geoid = seat.geoid
    found = rows_of(db.session, geoid)

    def change(form: MadeForm, who: Who) -> bool:
        return change_office(db.session, geoid, form.facts(), by=who.by, now=who.now)

    def undo(who: Who) -> bool:
        return undo_change(db.session, geoid, by=who.by, now=who.now)

    return Change(
        told=told_of_made(geoid),
        seen=digest(to_json(facts_of(*found)), found[1].valid_to) if found else "",
        apply=lambda form, who: noting_lines(seat, who, lambda: change(form, who)),
        undo=lambda _which, who: noting_lines(seat, who, lambda: undo(who), is_undo=True),
    )


def made_shown(seat: Seat, form: Filled[MadeForm] | None = None) -> MadeShown | None:
    """The office with what was typed of it; None of a legislator's."""
    found = rows_of(db.session, seat.geoid)
    if found is None:
        return None
    made, holder = found
    facts, listing, theirs = facts_of(made, holder), listed_by(db.session, holder.id), signed_in().campaigns
    seen = {each: subject for each, subject in listing.items() if theirs is None or each in theirs}
    return MadeShown(
        facts=facts,
        before=from_json(made.before) if made.before else None,
        form=as_shown(form or Filled(as_typed(facts)), change_of_made(seat)),
        set_at=made.set_at,
        set_by=made.set_by,
        listing=seen,
        more=len(listing) - len(seen),
    )
