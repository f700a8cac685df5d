"""Gives a blocked number back: one that its owner blocked at the phone, only where they asked for that in writing."""

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus

from flask.typing import ResponseReturnValue

from app.clock import eastern_day
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.language.moments.short import calendar_day
from app.limits.blocked.number import Blocked, give_back
from app.organizers.audited import note
from app.organizers.blocked.forms import GiveBackForm
from app.organizers.blocked.list_page import BLOCKED, OTHERWISE, WAYS, One, Shown
from app.organizers.blocked.one_page import LOOK, asked, found, sent, wrong
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

GIVE_BACK = "give-back"
FASTER = "Somebody changed it since you looked it up. Read how it is blocked now, then send again."
SAY_WHEN = "Enter the day on which they asked for it in writing."
TOO_EARLY = "They asked for peace on {day}: what they wrote before that does not take it back."
TO_COME = "That day is to come."
IN_WRITING = "Only its owner can give it back. Tick this if you have it from them in writing."


@organizers.post("/blocked/give-back")
@least(TeamRole.ADMIN)
def give_number_back() -> ResponseReturnValue:
    """Let it be called again, for a reason; that, and how it was blocked, is written down without the number."""
    look = asked()
    if look.meant is None:
        return wrong(Shown(form=look, sent=LOOK))
    one = found(look.meant.phone)
    if one.blocked is None:
        return BLOCKED.tells("not-blocked")
    form = sent(GiveBackForm)
    if form.meant is None:
        return wrong(Shown(one, form, GIVE_BACK))
    if form.seen != one.seen:
        return wrong(Shown(one, form.with_error("reason", FASTER), GIVE_BACK), HTTPStatus.CONFLICT)
    missing = dict(_missing(form.meant, one.blocked))
    if missing:
        return wrong(Shown(one, replace(form, errors={name: (it,) for name, it in missing.items()}), GIVE_BACK))
    return _given_back(form.meant, one, one.blocked)


def _given_back(form: GiveBackForm, one: One, was: Blocked) -> ResponseReturnValue:
    before = {"blocked on": calendar_day(eastern_day(was.asked_at)), "how": WAYS.get(was.how, OTHERWISE)}
    in_writing = {"asked in writing on": calendar_day(form.asked_on)} if form.asked_on else {}
    with unit(db.session) as work:
        is_done = give_back(work.session, given().vault, one.phone, was)
        if is_done:
            after = {"reason": masked(form.reason), **in_writing}
            note(work.session, AuditAct.NUMBER_UNBLOCKED, "a number", before=before, after=after)
    return BLOCKED.tells("given-back" if is_done else "not-blocked")


def _missing(form: GiveBackForm, was: Blocked) -> Iterator[tuple[str, str]]:
    """What it takes beside a reason."""
    asked_at = eastern_day(was.asked_at)
    if form.asked_on and form.asked_on > eastern_day(given().clock()):
        yield "asked_on", TO_COME
    elif form.asked_on and form.asked_on < asked_at:
        yield "asked_on", TOO_EARLY.format(day=calendar_day(asked_at))
    elif was.is_by_its_owner and form.asked_on is None:
        yield "asked_on", SAY_WHEN
    if was.is_by_its_owner and not form.in_writing:
        yield "in_writing", IN_WRITING
