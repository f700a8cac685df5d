"""The form to sign in: tries are counted first, and every refusal sounds the same."""

import re
from http import HTTPStatus
from typing import Any

from flask import Response, after_this_request
from flask_security import uia_email_mapper
from flask_security.forms import LoginForm

from app.extensions import given
from app.language.text import clean_text
from app.limits.sign_in import WINDOW, admit_try, forget_tries
from app.store.db import db

WRONG = "That e-mail address and password do not fit together. Please check both and try once more."
TOO_MANY = "That was tried too often within a minute. Please wait a minute, then try once more."
PURPOSE = "sign-in"
HOME = "/organizers/calls"
LONGEST_NAME = 255
OUR_PAGES = re.compile(r"/organizers(?:[/?][\x21-\x5b\x5d-\x7e]*)?")  # printable ASCII without a backslash


class SignInForm(LoginForm):
    """E-mail address and password, and nothing to be remembered by. `refusal` says why there was no way in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusal = ""
        del self.remember
        if not OUR_PAGES.fullmatch(self.next.data or ""):
            self.next.data = ""

    def validate(self, **kwargs: Any) -> bool:
        """Whether to let them in. A try is written down before the password is looked at."""
        name_hash, now = _name_hash(self.email.data or ""), given().clock()
        admitted = admit_try(db.session, name_hash, now=now)
        db.session.commit()
        if not admitted:
            return self._refuse(TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
        if not super().validate(**kwargs):
            return self._refuse(WRONG, HTTPStatus.UNAUTHORIZED)
        forget_tries(db.session, name_hash, now=now)
        db.session.commit()
        after_this_request(self._lead_on)
        return True

    def _lead_on(self, response: Response) -> Response:
        """Where they wanted to go, if that is a page of ours: whatever else came with the form counts for nothing."""
        response.location = self.next.data or HOME
        return response

    def _refuse(self, why: str, status: HTTPStatus) -> bool:
        self.refusal = why

        @after_this_request
        def _answer(response: Response) -> Response:
            response.status_code = status
            if status is HTTPStatus.TOO_MANY_REQUESTS:
                response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
            return response

        return False


def _name_hash(typed: str) -> bytes:
    """One hash for every way to write the same address, whether there is such an account or not."""
    typed = clean_text(typed, limit=LONGEST_NAME)
    name = (uia_email_mapper(typed) or typed).casefold()
    return given().vault.fingerprint(name, purpose=PURPOSE)
