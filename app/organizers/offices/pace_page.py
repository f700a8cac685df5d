"""How the offices' numbers answer: which fail lately, and how many of our calls each of them takes at once."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.queue.reports import LATELY, line_reports
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.change import Came, made, outrun
from app.organizers.offices.changes import change_of_pace
from app.organizers.offices.new_lines.noted import all_lines
from app.organizers.offices.notices import OFFICE
from app.organizers.offices.pace_form import PaceForm
from app.organizers.offices.shown import find_office, office_page
from app.representatives import Directory, Seat, directory
from app.representatives.roster.offices import states_with_offices
from app.serving.forms import read_form
from app.store.db import db
from models import TeamRole

FASTER = "Somebody else changed this meanwhile. See how many it takes now."


@organizers.get("/lines")
@least(TeamRole.VIEWER)
def lines() -> str:
    """Every number that was rung lately."""
    now = given().clock()
    return render_template(
        "organizers/offices/pace.html",
        reports=line_reports(db.session, now),
        seats=_seats_by_number(),
        now=now,
        days=LATELY.days,
    )


@organizers.post("/offices/<geoid>/pace")
@least(TeamRole.ORGANIZER)
def change_pace(geoid: str) -> Response | tuple[str, int]:
    """Let a number of this office take so many of our calls at once."""
    shown, form = find_office(geoid, to_change=True), read_form(PaceForm, request.form)
    if form.typed["number"] not in {line.e164 for line in all_lines(shown.seat)}:
        return OFFICE.tells("elsewhere", geoid=geoid)
    if form.meant is None:
        return office_page(shown, pace=form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(change_of_pace(form.meant.number), form.meant)
    if came is Came.FASTER:
        return office_page(find_office(geoid), pace=outrun(form, "at_once", FASTER)), HTTPStatus.CONFLICT
    return OFFICE.tells("pace" if came is Came.CHANGED else "same-pace", geoid=geoid)


def _seats_by_number() -> dict[str, list[Seat]]:
    """Who sits behind each number today."""
    seats: dict[str, list[Seat]] = {}
    for state in states_with_offices(db.session):
        for number, seat in _numbers(directory(db.session, state)):
            seats.setdefault(number, []).append(seat)
    return seats


def _numbers(facts: Directory) -> list[tuple[str, Seat]]:
    return [(number, seat) for seat in facts.seats.values() for number in {line.e164 for line in seat.lines}]
