"""One's own account: a list of what there is to change, each with how it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.accounts.second_factor.page import myself
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.store.db import db
from app.team.alert_choices import chosen_alerts
from app.team.second_factor.theirs import second_factor
from app.team.sessions import open_sessions
from models import TeamRole

STILL_HERE = "You are still signed in here as yourself."
ACCOUNT = Page(
    "organizers.account",
    {
        "password": Notice("Your password is changed. Everywhere else you are signed out."),
        "address": Notice("Your e-mail address is changed. Sign in with it from now on."),
        "anothers-password": Notice(f"The password that the link was for is changed. {STILL_HERE}"),
        "anothers-address": Notice(f"The address that the link was for is changed. {STILL_HERE}"),
    },
)


@dataclass(frozen=True)
class Entry:
    """A line of the list: what it is, how it stands, and the page where it is changed."""

    title: str
    state: str
    endpoint: str


def _address() -> Entry:
    return Entry("E-mail address", signed_in().email, "organizers.address")


def _password() -> Entry:
    return Entry("Password", "The one you sign in with", "organizers.password")


def _second_factor() -> Entry:
    has = second_factor(myself())
    kinds = ["an app"] * has.app + ["a passkey" if len(has.passkeys) == 1 else "passkeys"] * bool(has.passkeys)
    codes = f"{has.codes_left} recovery {'code' if has.codes_left == 1 else 'codes'} left"
    state = f"{' and '.join(kinds).capitalize()}, {codes}" if kinds else "None yet"
    return Entry("Second factor", state, "organizers.second_factor_page")


def _sessions() -> Entry:
    others = len(open_sessions(db.session, signed_in().id, given().clock())) - 1
    state = f"Here and on {others} other {'device' if others == 1 else 'devices'}" if others else "Only here"
    return Entry("Where you are signed in", state, "organizers.sessions")


def _alerts() -> Entry:
    chosen = len(chosen_alerts(db.session, signed_in().id))
    state = f"{chosen} {'kind' if chosen == 1 else 'kinds'} of alert" if chosen else "None"
    return Entry("Alerts by mail", state, "organizers.alerts")


ENTRIES: tuple[Callable[[], Entry], ...] = (_address, _password, _second_factor, _sessions, _alerts)


@organizers.get("/account")
@least(TeamRole.VIEWER)
def account() -> str:
    """Everything about it."""
    entries = [entry() for entry in ENTRIES]
    return render_template(
        "organizers/account/index.html", entries=entries, person=signed_in(), notice=ACCOUNT.notice()
    )
