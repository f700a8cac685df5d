"""Numbers that are never rung as a supporter's: organizers see why, add their own, and an admin takes one off."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.phone_numbers import national
from app.guard.who_may import least
from app.language.text import clean_text
from app.limits.never_rung.asked import asked_for_peace
from app.limits.never_rung.listed import LONGEST, OURS, Listed, the_list
from app.limits.never_rung.not_rung import lately_not_rung
from app.limits.never_rung.own import Added, add_numbers, own_list, remove_number
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.never_rung.form import NumbersForm
from app.organizers.never_rung.lines import MOST_LINES
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

SUBJECT = "the numbers that are never rung"
NAMED = 5  # of those that were added together, in the audit log
KINDS = {
    "state": "The Commonwealth",
    "local": "Cities and counties",
    "federal": "The United States",
    "emergency": "Police, fire and ambulances",
    "hospital": "Hospitals",
    "pumping": "Traffic pumping",
}
WHY = {
    "shown-as-spam": "was rung, and said that their phone showed it as spam",
    "asked-for-peace": "asked never to be called",
    "never-rung": "an office's, ours, or on these lists",
    "carrier-refuses": "the carrier does not ring it",
    "in-a-call": "in a call already",
    "agreed-already": "has an agreed time already",
    "rung-often": "was rung as often as it may be",
    "rang-in-vain": "it rang more than once, and nobody pressed a key",
    "many-numbers": "one visitor asked for many different numbers",
    "no-proof": "a browser did not do the work that was asked",
}
NOTHING_TYPED = Filled[NumbersForm](dict.fromkeys(NumbersForm.model_fields, ""))
NUMBERS = Page(
    "organizers.never_rung",
    {
        "added": Notice("Added. Nobody is rung there from now on, whoever types the number."),
        "same": Notice("Nothing was changed: the list is so already."),
        "removed": Notice("Taken off the list. Whoever types that number is rung again."),
    },
)


@organizers.get("/never-rung")
@least(TeamRole.VIEWER)
def never_rung() -> str:
    """Both lists, and the form."""
    return _page(NOTHING_TYPED)


@organizers.post("/never-rung")
@least(TeamRole.ORGANIZER)
def add_never_rung() -> Response | tuple[str, int]:
    """Put numbers on the list."""
    form = read_form(NumbersForm, request.form)
    meant = form.meant
    if meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        added = Added(meant.source, meant.as_of, current_user.email, given().clock())
        new = add_numbers(work.session, meant.numbers, added)
        if new:
            note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"added": _named(new)})
    return NUMBERS.tells("added" if new else "same")


@organizers.post("/never-rung/remove")
@least(TeamRole.ADMIN)
def remove_never_rung() -> Response:
    """Take one off: more than adding it, this can harm somebody."""
    begins = clean_text(request.form.get("begins", ""), limit=len("+1") + LONGEST)
    with unit(db.session) as work:
        is_gone = remove_number(work.session, begins)
        if is_gone:
            note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"taken off": written(begins)})
    return NUMBERS.tells("removed" if is_gone else "same")


def _page(form: Filled[NumbersForm]) -> str:
    return render_template(
        "organizers/never_rung/page.html",
        own=own_list(db.session),
        asked=asked_for_peace(db.session, given().clock()),
        lately=lately_not_rung(db.session, given().clock()),
        why=WHY,
        kinds=_in_kinds(),
        how_many=len(the_list()),
        ours=OURS,
        form=form,
        most=MOST_LINES,
        written=written,
        notice=NUMBERS.notice(),
    )


def _in_kinds() -> Mapping[str, Sequence[Listed]]:
    return {title: [one for one in the_list() if one.kind == kind] for kind, title in KINDS.items()}


def written(begins: str) -> str:
    """(617) 722-2000, or (617) 722-… where many numbers begin so."""
    return national(begins) + ("" if len(begins) == len("+1") + LONGEST else "…")


def _named(begins: Sequence[str]) -> str:
    named, more = ", ".join(map(written, begins[:NAMED])), len(begins) - NAMED
    return f"{named} and {more} more" if more > 0 else named
