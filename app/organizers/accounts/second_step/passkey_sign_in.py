"""Signing in with a passkey, once the password was right."""

from http import HTTPStatus
from typing import cast

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import anonymous_user_required, url_for_security
from flask_security.proxies import _security
from flask_security.tf_plugin import tf_check_state

from app.extensions import given
from app.limits.sign_in import code_was_right
from app.organizers.accounts.lead_on import HOME, lead_on, page_of_ours
from app.organizers.accounts.second_step.passkey_asked import DID_NOT_FIT, asked, proven
from app.organizers.accounts.second_step.tries import beyond_codes, tell_of_wrong
from app.store.db import db
from app.store.unit import unit
from models import Organizer


@anonymous_user_required
def sign_in_with_passkey() -> ResponseReturnValue:
    """Ask for one of their passkeys; whose password it was is known from the step before."""
    organizer = cast("Organizer | None", tf_check_state(["ready"]))
    if organizer is None:
        return redirect(url_for_security("login"))
    if request.method == "GET":
        return _page(organizer)
    if refusal := beyond_codes(organizer.id):
        return _page(organizer, refusal)
    with unit(db.session) as work:
        is_right = proven(work.session, organizer)
    if not is_right:
        tell_of_wrong(organizer)
        return _page(organizer, DID_NOT_FIT), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        code_was_right(work.session, given().vault, organizer.id)
        _security.two_factor_plugins.tf_complete(organizer, True)
    lead_on(request.args.get("next", ""))
    return redirect(HOME)


def _page(organizer: Organizer, refusal: str = "") -> str:
    return render_template(
        "security/wan_signin.html",
        asked=asked(organizer),
        refusal=refusal,
        next=page_of_ours(request.args.get("next", "")),
        codes_left=bool(organizer.mf_recovery_codes),
    )
