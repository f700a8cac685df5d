"""People who sign in with more than a password, what they hold in their hands, and the time that passes meanwhile."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.clock import utc_now
from models import Organizer as Account
from tests.organizers.conftest import CSRF, Organizer, hidden_fields
from tests.world.people.authenticator import AuthenticatorApp

SECRET = re.compile(r'class="secret">([A-Z2-7 ]+)<')
PAGE = "/organizers/account/second-factor"


@dataclass
class MovableClock:
    """The app's clock, which a test moves on."""

    passed: timedelta = timedelta()

    def __call__(self) -> datetime:
        """The time as the app sees it."""
        return utc_now() + self.passed

    def moves(self, **how: float) -> None:
        """Let so much time pass."""
        self.passed += timedelta(**how)


@pytest.fixture
def clock(app: Flask) -> MovableClock:
    """Lets time pass for the app."""
    clock = MovableClock()
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=clock)
    return clock


@dataclass
class Person:
    """An organizer, and the app on their phone."""

    browser: Organizer
    clock: MovableClock
    app: AuthenticatorApp | None = None

    def opens_setup(self, phone: timedelta = timedelta()) -> dict[str, str]:
        """Let the app on a phone, whose clock is so far off, read the picture; what the form sends unseen."""
        page = self.browser.reads(f"{PAGE}/app")
        self.app = AuthenticatorApp(SECRET.search(page)[1], lambda: self.clock() + phone)
        return hidden_fields(page, f"{PAGE}/app")

    def sets_up(self) -> None:
        """Read the picture and type the first code, which has grown old by the time of the next."""
        hidden = self.opens_setup()
        assert self.browser.sends(f"{PAGE}/app", **hidden, code=self.app.code()).status_code == 303
        self.clock.moves(seconds=60)

    def types(self, code: str, at: str = "/sign-in/code", **more: str):
        """Send a code."""
        token = CSRF.search(self.browser.opens(at).text)[1]
        return self.browser.sends(at, csrf_token=token, code=code, **more)

    def makes_recovery_codes(self) -> list[str]:
        """Press the button."""
        token = CSRF.search(self.browser.reads(PAGE))[1]
        page = self.browser.sends(f"{PAGE}/codes", csrf_token=token).text
        return re.findall("<code>([a-z0-9-]{14})</code>", page)

    def is_in(self) -> bool:
        """Whether the log lets them in."""
        return self.browser.opens("/organizers/calls").status_code == 200


@pytest.fixture
def person(signed_in: Organizer, clock: MovableClock) -> Person:
    """Somebody who has signed in, and has no second factor."""
    return Person(signed_in, clock)


@pytest.fixture
def with_app(person: Person) -> Person:
    """The same with an app on their phone, signed out."""
    person.sets_up()
    person.browser.signs_out()
    return person


@pytest.fixture
def account(session) -> Callable[[], Account]:
    """The account as it stands in the database."""

    def account() -> Account:
        session.expire_all()
        return session.query(Account).one()

    return account
