"""The offices: every district of a state, who holds it and on which line, those who cannot be rung first."""

from flask import render_template, request

from app.db import db
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.facts_age import facts_age
from app.representatives import directory
from app.representatives.offices import offices, search, states_with_offices
from app.text import clean_text

LONGEST_SEARCH = 60


@organizers.get("/offices")
def all_offices() -> str:
    """The offices of one state, those that fit the search."""
    states = states_with_offices(db.session)
    if not states:
        return render_template("organizers/no_offices.html")
    state = next((it for it in states if it == request.args.get("state")), states[0])
    typed = clean_text(request.args.get("q", ""), limit=LONGEST_SEARCH)
    facts = directory(db.session, state)
    every = offices(db.session, facts)
    found = search(every, typed) if typed else every
    return render_template(
        "organizers/offices.html",
        attention=[office for office in found if office.needs_attention],
        others=[office for office in found if not office.needs_attention],
        age=facts_age(facts, given().clock()),
        state=state,
        states=states,
        typed=typed,
    )
