"""How the offices' numbers answer: which fail lately, and how many of our calls each of them takes at once."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.queue.claim import set_at_once
from app.calls.queue.reports import LATELY, line_reports
from app.extensions import given
from app.organizers.blueprint import organizers
from app.organizers.offices.shown import back_to_office, find_office, office_page
from app.representatives import Directory, Seat, directory
from app.representatives.roster.offices import states_with_offices
from app.store.db import db
from models.pace import MOST_AT_ONCE

NOT_SO_MANY = f"Enter a number from 1 to {MOST_AT_ONCE}."


@organizers.get("/lines")
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
def change_pace(geoid: str) -> Response | tuple[str, int]:
    """Let a number of this office take so many of our calls at once."""
    shown, number, typed = find_office(geoid), request.form.get("number", ""), request.form.get("at_once", "")[:20]
    if number not in {line.e164 for line in shown.seat.lines}:
        return back_to_office(geoid, "elsewhere")
    at_once = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if not 1 <= at_once <= MOST_AT_ONCE:
        problem = {number: (typed, NOT_SO_MANY)}
        return office_page(shown, pace_typed=problem), HTTPStatus.UNPROCESSABLE_ENTITY
    done = set_at_once(db.session, number, at_once)
    db.session.commit()
    return back_to_office(geoid, "pace" if done else "same-pace")


def _seats_by_number() -> dict[str, list[Seat]]:
    """Who sits behind each number today."""
    seats: dict[str, list[Seat]] = {}
    for state in states_with_offices(db.session):
        for number, seat in _numbers(directory(db.session, state)):
            seats.setdefault(number, []).append(seat)
    return seats


def _numbers(facts: Directory) -> list[tuple[str, Seat]]:
    return [(number, seat) for seat in facts.seats.values() for number in {line.e164 for line in seat.lines}]
