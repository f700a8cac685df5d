"""The form to sign in: tries are counted first, and every refusal sounds the same."""

from http import HTTPStatus
from typing import Annotated, cast

from flask_security import uia_email_mapper
from flask_security.forms import LoginForm
from pydantic import PlainValidator

from app.extensions import given
from app.limits.sign_in import refused_by, was_right
from app.organizers.accounts.known_device import this_try
from app.organizers.accounts.lead_on import lead_on, page_of_ours
from app.organizers.accounts.refused import TOO_MANY, answer_with, tell_of_failure
from app.serving.forms import Form, Text, read_sound_form
from app.store.db import db
from app.store.unit import unit
from models import Organizer

WRONG = "That e-mail address and password do not fit together. Please check both and try once more."
LONGEST_NAME = 255
LONGEST_ADDRESS = 2000


class SignIn(Form):
    """Who wants to come in, and where to; the password is for Flask-Security alone."""

    email: Annotated[str, Text(limit=LONGEST_NAME)]
    next: Annotated[str, Text(limit=LONGEST_ADDRESS, as_typed=True), PlainValidator(page_of_ours)]


class SignInForm(LoginForm):
    """E-mail address, password, and whether to be remembered. `refusal` says why there was no way in."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.refusal = ""
        sent = {"email": self.email.data or "", "next": self.next.data or ""}
        self.meant = read_sound_form(SignIn, sent)
        self.next.data = self.meant.next

    def validate(self, **kwargs: object) -> bool:
        """Whether to let them in. A try is written down, and committed, before the password is looked at."""
        own, tried = given(), this_try(_name(self.meant.email))
        with unit(db.session) as work:
            beyond = refused_by(work.session, own.vault, tried.counts_for, own.clock())
        if beyond:
            answer_with(HTTPStatus.TOO_MANY_REQUESTS, beyond)
            return self._refuse(TOO_MANY[beyond.purpose])
        if not super().validate(**kwargs):
            tell_of_failure(tried, cast("Organizer | None", self.user))
            answer_with(HTTPStatus.UNAUTHORIZED)
            return self._refuse(WRONG)
        with unit(db.session) as work:
            was_right(work.session, own.vault, tried, own.clock())
        lead_on(self.meant.next)
        return True

    def _refuse(self, why: str) -> bool:
        self.refusal = why
        return False


def _name(typed: str) -> str:
    """One name for every way to write the same address, whether there is such an account or not."""
    name: str = uia_email_mapper(typed) or typed
    return name.casefold()
