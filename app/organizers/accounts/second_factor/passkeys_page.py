"""Passkeys: making one, and letting one go."""

from http import HTTPStatus

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.extensions import given
from app.guard.who_may import least
from app.language.text import clean_text
from app.organizers.accounts.second_factor.fresh import fresh, mark_fresh
from app.organizers.accounts.second_factor.page import FACTOR, myself
from app.organizers.accounts.second_factor.required import leads_to_one
from app.organizers.accounts.second_step.passkey_asked import answered, asked, here
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.site import LONGEST_NAME
from app.team.second_factor.theirs import drop_passkey
from models import AuditAct, TeamRole

NO_NAME = "Give it a name, such as “My phone”: you will know which one it is when you lose it."
NAME_TAKEN = "You have a passkey of that name. Choose another."
NOT_MADE = "Your browser made no passkey that fits, or this device has one already. Please try once more."


@organizers.get("/account/second-factor/passkeys/new")
@leads_to_one
@least(TeamRole.VIEWER)
@fresh()
def new_passkey() -> ResponseReturnValue:
    """The form, with what the browser needs."""
    return _page()


@organizers.post("/account/second-factor/passkeys/new")
@leads_to_one
@least(TeamRole.VIEWER)
@fresh()
def keep_passkey() -> ResponseReturnValue:
    """Keep what the browser made, under a name."""
    name, answer = clean_text(request.form.get("name", ""), limit=LONGEST_NAME), answered(myself())
    wrong = NO_NAME if not name else NAME_TAKEN if name in _names() else ""
    if not wrong and (answer is None or not _kept(name, *answer)):
        wrong = NOT_MADE
    if wrong:
        return _page(name, wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    mark_fresh()
    return FACTOR.tells("passkey")


@organizers.post("/account/second-factor/passkeys/<int:passkey_id>/remove")
@least(TeamRole.VIEWER)
@fresh()
def remove_passkey(passkey_id: int) -> ResponseReturnValue:
    """Let it open nothing any more."""
    with unit(db.session) as work:
        name = drop_passkey(work.session, myself(), passkey_id)
        if name is not None:
            note(work.session, AuditAct.SECOND_FACTOR_CHANGED, after={"passkey removed": name})
    return FACTOR.tells("no-passkey" if name is None else "passkey-removed")


def _kept(name: str, challenge: str, answer: str) -> bool:
    from app.team.second_factor.passkeys import keep  # noqa: PLC0415 - only who has to do with a passkey pays for it

    with unit(db.session) as work:
        is_kept = keep(
            work.session, myself(), here(), challenge=challenge, answer=answer, name=name, now=given().clock()
        )
        if is_kept:
            note(work.session, AuditAct.SECOND_FACTOR_CHANGED, after={"passkey": name})
    return is_kept


def _names() -> set[str]:
    return {passkey.name for passkey in myself().webauthn}


def _page(name: str = "", refusal: str = "") -> str:
    return render_template(
        "organizers/second_factor/passkey.html",
        asked=asked(myself(), to_make=True),
        name=name,
        refusal=refusal,
        is_named=refusal not in {NO_NAME, NAME_TAKEN},
        longest_name=LONGEST_NAME,
    )
