"""The form that asks for an app's code when somebody signs in."""

from http import HTTPStatus
from typing import cast

from flask import request
from flask_security.forms import TwoFactorVerifyCodeForm

from app.extensions import given
from app.limits.sign_in import code_was_right, codes_of, refused_by
from app.organizers.accounts.known_device import this_try
from app.organizers.accounts.lead_on import lead_on
from app.organizers.accounts.refused import TOO_MANY, Step, answer_with, tell_of_failure
from app.organizers.accounts.second_step.told import EMPTY, KEY_GONE, of_code
from app.store.db import db
from app.store.unit import unit
from app.team.second_factor.authenticator import minutes_off, secret_of
from models import Organizer


def beyond_codes(organizer_id: int) -> str:
    """Count a code before it is looked at; what to say where that was too often, and nothing otherwise."""
    own = given()
    with unit(db.session) as work:
        beyond = refused_by(work.session, own.vault, codes_of(organizer_id), own.clock())
    if beyond is None:
        return ""
    answer_with(HTTPStatus.TOO_MANY_REQUESTS, beyond)
    return TOO_MANY[beyond.purpose]


def tell_of_wrong(whose: Organizer) -> None:
    """Tell that somebody knew the password, and not the rest."""
    tell_of_failure(this_try(whose.email.casefold()), whose, Step.SECOND)


class CodeForm(TwoFactorVerifyCodeForm):
    """Six digits. `refusal` says why they let nobody in."""

    refusal = ""

    @property
    def whose(self) -> Organizer:
        """Whose password was right."""
        return cast("Organizer", self.user)

    def validate(self, **kwargs: object) -> bool:
        """Whether they let somebody in. Sent empty, as programs do that look at links, the form counts for nothing."""
        if not (self.code.data or "").strip():
            return self._refuse(EMPTY)
        if refusal := beyond_codes(self.whose.id):
            self.refusal = refusal
            return False
        if not super().validate(**kwargs):
            tell_of_wrong(self.whose)
            return self._refuse(self._what_is_wrong())
        code_was_right(db.session, given().vault, self.whose.id)
        lead_on(request.args.get("next", ""))
        return True

    def _what_is_wrong(self) -> str:
        own = given()
        secret, now = secret_of(own.vault, self.tf_totp_secret), own.clock()
        if secret is None:
            return KEY_GONE
        return of_code(now, minutes_off(secret, self.code.data or "", now), is_theirs=False)

    def _refuse(self, why: str) -> bool:
        answer_with(HTTPStatus.UNPROCESSABLE_ENTITY)
        self.refusal = why
        return False
