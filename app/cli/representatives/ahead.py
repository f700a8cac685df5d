"""What a command that imports may say of when, and of which seats: options, and what they make of a request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import ParamSpec, TypeVar

import click
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.extensions import given
from app.language.moments.short import day_in_words, time_of_day
from app.representatives.importing import (
    USUAL_HOUR,
    ImportRequest,
    Plan,
    ahead,
    apply_import,
    prepare,
    prepared_imports,
    seats_named,
)
from app.store.unit import unit
from models import PreparedImport

P = ParamSpec("P")
R = TypeVar("R")
A_DAY = click.DateTime(["%Y-%m-%d"])
A_TIME = click.DateTime(["%H:%M"])
BY = "the command line"
IN_FORCE, AT, ONLY = (f"ringdown.{name}" for name in ("in_force", "at", "only"))
OVER = "that moment is over: leave --in-force out, and it takes force at once"
NO_SEAT = "there is no seat “{name}”, or one in each chamber: then add --chamber"
PREPARED = "Prepared as {id}. Until {moment} it can be undone: flask representatives undo {id}"
STILL_PREPARED = "Prepared before: {waiting}. Undo that, and prepare it anew, if it knows less than this file."


@dataclass(frozen=True)
class When:
    """From which day and hour on it is to hold, None for at once; of which seats by name, none for all."""

    day: date | None
    hour: time
    seats: tuple[str, ...] = ()


def dated(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command these options; `when_typed` reads what was typed."""
    in_force = click.option(
        "--in-force", type=A_DAY, expose_value=False, callback=_keep, help="The day ahead on which it takes force."
    )
    at = click.option(
        "--at", type=A_TIME, expose_value=False, callback=_keep, help="The hour in Massachusetts. [default: 11:00]"
    )
    only = click.option(
        "--only", multiple=True, expose_value=False, callback=_keep, help="Just this seat, by name; may be repeated."
    )
    return in_force(at(only(command)))


def _keep(context: click.Context, option: click.Parameter, typed: object) -> None:
    context.meta[f"ringdown.{option.name}"] = typed


def when_typed() -> When:
    """What was typed."""
    meta = click.get_current_context().meta
    day, hour = meta[IN_FORCE], meta[AT]
    return When(day.date() if day else None, hour.time() if hour else USUAL_HOUR, tuple(meta[ONLY]))


def as_dated(session: Session, request: ImportRequest, when: When) -> ImportRequest:
    """The request for that moment and those seats.

    Raises:
        click.BadParameter: the moment is over, or there is no such seat.
    """
    if when.day:
        request = ahead(request, when.day, when.hour)
        if request.in_force_from and request.in_force_from <= given().clock():
            raise click.BadParameter(OVER, param_hint="--in-force")
    found, unknown = seats_named(session, request, when.seats)
    if unknown:
        raise click.BadParameter(NO_SEAT.format(name=unknown[0]), param_hint="--only")
    return replace(request, only=found)


def keep(session: Session, content: bytes, plan: Plan) -> str:
    """Write the import, or prepare it; what is to be said of that. Commits.

    Raises:
        RosterChangedMeanwhileError: the plan would be another one now.
    """
    with unit(session):
        waiting = [f"{it.id}, in force from {moment(it)}" for it in prepared_imports(session, plan.request.state)]
        told = _keep_or_prepare(session, content, plan)
    return f"{told}\n{STILL_PREPARED.format(waiting='; '.join(waiting))}" if waiting else told


def _keep_or_prepare(session: Session, content: bytes, plan: Plan) -> str:
    if plan.request.in_force_from:
        prepared = prepare(session, content, plan, by=BY, now=given().clock())
        return PREPARED.format(id=prepared.id, moment=moment(prepared))
    changed = apply_import(session, content, plan, now=given().clock())
    return "Written." if changed else f"Nothing had to change. The facts are now as of {plan.request.as_of}."


def moment(prepared: PreparedImport) -> str:
    """Wednesday, Jan 6, 2027, 11:00 AM."""
    return f"{day_in_words(eastern_day(prepared.in_force_from))}, {time_of_day(prepared.in_force_from)}"
