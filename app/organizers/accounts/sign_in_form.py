"""The form to sign in: tries are counted first, and every refusal sounds the same."""

import re
from datetime import timedelta
from http import HTTPStatus
from typing import Annotated

from flask import Response, after_this_request
from flask_security import uia_email_mapper
from flask_security.forms import LoginForm
from pydantic import PlainValidator

from app.extensions import given
from app.limits.rate import Limit, admit, forget
from app.serving.forms import Form, Text, read_sound_form
from app.store.db import db
from app.store.unit import unit
from models import Limited

WRONG = "That e-mail address and password do not fit together. Please check both and try once more."
TOO_MANY = "That was tried too often within a minute. Please wait a minute, then try once more."
TRIES = Limit(Limited.SIGN_IN, at_most=5, window=timedelta(minutes=1))
HOME = "/organizers/calls"
LONGEST_NAME = 255
LONGEST_ADDRESS = 2000
OUR_PAGES = re.compile(r"/organizers(?:[/?][\x21-\x5b\x5d-\x7e]*)?")  # printable ASCII without a backslash


def _page_of_ours(address: str) -> str:
    return address if OUR_PAGES.fullmatch(address) else ""


class SignIn(Form):
    """Who wants to come in, and where to; the password is for Flask-Security alone."""

    email: Annotated[str, Text(limit=LONGEST_NAME)]
    next: Annotated[str, Text(limit=LONGEST_ADDRESS, as_typed=True), PlainValidator(_page_of_ours)]


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
        own, name = given(), _name(self.meant.email)
        with unit(db.session) as work:
            admitted = admit(work.session, own.vault, TRIES, name, now=own.clock())
        if not admitted:
            return self._refuse(TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
        if not super().validate(**kwargs):
            return self._refuse(WRONG, HTTPStatus.UNAUTHORIZED)
        with unit(db.session) as work:
            forget(work.session, own.vault, TRIES, name)
        after_this_request(self._lead_on)
        return True

    def _lead_on(self, response: Response) -> Response:
        """Where they wanted to go, if that is a page of ours: whatever else came with the form counts for nothing."""
        response.location = self.meant.next or HOME
        return response

    def _refuse(self, why: str, status: HTTPStatus) -> bool:
        self.refusal = why

        @after_this_request
        def _answer(response: Response) -> Response:
            response.status_code = status
            if status is HTTPStatus.TOO_MANY_REQUESTS:
                response.headers["Retry-After"] = str(int(TRIES.window.total_seconds()))
            return response

        return False


def _name(typed: str) -> str:
    """One name for every way to write the same address, whether there is such an account or not."""
    name: str = uia_email_mapper(typed) or typed
    return name.casefold()
