"""What somebody has for a second factor, and the way to everything about it."""

from datetime import UTC
from typing import cast

from flask import render_template
from flask_security import current_user

from app.extensions import settings
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.second_factor.required import leads_to_one
from app.organizers.accounts.second_step.passkey_asked import here
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.team.second_factor.theirs import second_factor
from models import Organizer, TeamRole

FACTOR = Page(
    "organizers.second_factor_page",
    {
        "app": Notice("From now on, we ask for a code of your app when you sign in."),
        "app-removed": Notice("No code of an app is asked for any more."),
        "passkey": Notice("Your passkey works: we ask for it when you sign in."),
        "passkey-removed": Notice("That passkey opens nothing any more."),
        "no-passkey": Notice("You have no such passkey: nothing was changed.", is_bad=True),
        "first": Notice("Set up a second factor first: recovery codes are for when you lose it.", is_bad=True),
    },
)


def myself() -> Organizer:
    """Whoever has signed in, as they stand in the database."""
    return cast("Organizer", current_user._get_current_object())  # noqa: SLF001 - flask-login has no other way


@organizers.get("/account/second-factor")
@leads_to_one
@least(TeamRole.VIEWER)
def second_factor_page() -> str:
    """All of it on one page."""
    return render_template(
        "organizers/second_factor/page.html",
        has=second_factor(myself()),
        passkeys=myself().webauthn,
        site=here(),
        is_needed=signed_in().role is TeamRole.ADMIN and settings().admins_need_second_factor,
        utc=UTC,
        notice=FACTOR.notice(),
    )
