"""Looks up whether a number is blocked, and blocks one: limited, and written down without the number."""

from http import HTTPStatus

from flask import request
from flask.typing import ResponseReturnValue

from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.limits.blocked.number import block, blocked_now
from app.limits.rate import AN_HOUR, Limit, admit
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blocked.forms import BlockForm, LookForm
from app.organizers.blocked.list_page import BLOCKED, One, Shown, page
from app.organizers.blueprint import organizers
from app.organizers.change import digest
from app.serving.forms import F, Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, Limited, TeamRole

LOOK, BLOCK = "look", "block"
AN_ORGANIZER = Limit(Limited.BLOCKED_NUMBERS, at_most=30, window=AN_HOUR)
ASKED_OFTEN = "You asked about 30 numbers within an hour: more would tell who asked for peace. Try again in an hour."


@organizers.post("/blocked/look")
@least(TeamRole.ORGANIZER)
def look_up_blocked() -> ResponseReturnValue:
    """Say whether it is blocked, since when, and how that came."""
    form = asked()
    if form.meant is None:
        return wrong(Shown(form=form, sent=LOOK))
    one = found(form.meant.phone)
    with unit(db.session) as work:
        told = {"it is blocked": one.blocked is not None}
        note(work.session, AuditAct.NUMBER_LOOKED_UP, "whether a number is blocked", after=told)
    return page(Shown(one, form, LOOK))


@organizers.post("/blocked/add")
@least(TeamRole.ORGANIZER)
def block_number() -> ResponseReturnValue:
    """Block it for good."""
    look = asked()
    if look.meant is None:
        return wrong(Shown(form=look, sent=LOOK))
    one, form = found(look.meant.phone), sent(BlockForm)
    if form.meant is None:
        return wrong(Shown(one, form, BLOCK))
    if one.blocked and one.blocked.until is None:
        return BLOCKED.tells("same")
    with unit(db.session) as work:
        block(work.session, given().vault, one.phone)
        note(work.session, AuditAct.NUMBER_BLOCKED, "a number", after={"reason": masked(form.meant.reason)})
    return BLOCKED.tells("blocked")


def asked() -> Filled[LookForm]:
    """Which number was sent, if whoever sent it may ask about one more: each answer tells of somebody."""
    own, form = given(), sent(LookForm)
    if form.meant is None:
        return form
    with unit(db.session) as work:
        may = admit(work.session, own.vault, AN_ORGANIZER, signed_in().email, now=own.clock())
    return form if may else form.with_error("phone", ASKED_OFTEN)


def sent(kind: type[F]) -> Filled[F]:
    """A form about a number."""
    return read_form(kind, request.form, fictional=given().settings.fictional_numbers)


def found(phone: str) -> One:
    """The number as it is blocked now."""
    blocked = blocked_now(db.session, given().vault, phone, given().clock())
    return One(phone, blocked, digest(blocked))


def wrong(shown: Shown, status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY) -> tuple[str, int]:
    """The page with the form once more."""
    return page(shown), status
