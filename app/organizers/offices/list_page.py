"""The offices: every district of a state, who holds it and on which line, those who cannot be rung first."""

from flask import render_template, request

from app.extensions import given
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.blueprint import organizers
from app.organizers.change import as_shown
from app.organizers.offices.changes import change_of_days
from app.organizers.offices.hours_forms import BEFORE_ANYBODY_TYPES, DayForm
from app.organizers.offices.notices import OFFICES
from app.readiness.facts import facts_age
from app.representatives import directory
from app.representatives.opening.changing.exception import exceptions_from
from app.representatives.opening.changing.whose import EveryOffice
from app.representatives.opening.stored import rows_to_day
from app.representatives.roster.offices import offices, search, states_with_offices
from app.serving.forms import Filled
from app.store.db import db
from models import TeamRole

LONGEST_SEARCH = 60


@organizers.get("/offices")
@least(TeamRole.VIEWER)
def all_offices() -> str:
    """The offices of one state, those that fit the search."""
    return offices_page(request.args.get("state", ""))


def offices_page(asked_state: str, day: Filled[DayForm] | None = None) -> str:
    """The page, with what was typed in the form for a day on which all of them differ."""
    states = states_with_offices(db.session)
    if not states:
        return render_template("organizers/offices/none.html")
    state = next((it for it in states if it == asked_state), states[0])
    typed = clean_text(request.args.get("q", ""), limit=LONGEST_SEARCH)
    facts = directory(db.session, state)
    every = offices(db.session, facts)
    found = search(every, typed) if typed else every
    age = facts_age(facts, given().clock())
    return render_template(
        "organizers/offices/list.html",
        attention=[office for office in found if office.needs_attention],
        others=[office for office in found if not office.needs_attention],
        age=age,
        state=state,
        states=states,
        typed=typed,
        exceptions=exceptions_from(db.session, EveryOffice(state), age.today),
        rows_to_day=rows_to_day,
        day_form=as_shown(day or Filled(BEFORE_ANYBODY_TYPES), change_of_days(EveryOffice(state))),
        notice=OFFICES.notice(),
    )
