"""The form that asks for an app's code when somebody signs in."""

from flask import request
from flask_security.forms import TwoFactorVerifyCodeForm

from app.extensions import given
from app.limits.sign_in import code_was_right
from app.organizers.accounts.lead_on import lead_on
from app.organizers.accounts.second_step.step_form import StepForm
from app.organizers.accounts.second_step.told import EMPTY, KEY_GONE, of_code
from app.store.db import db
from app.team.second_factor.authenticator import minutes_off, secret_of


class CodeForm(StepForm, TwoFactorVerifyCodeForm):
    """Six digits."""

    def validate(self, **kwargs: object) -> bool:
        """Whether they let somebody in."""
        if not self.may_be_tried(EMPTY):
            return False
        if not super().validate(**kwargs):
            return self.refuse_wrong(self._what_is_wrong())
        code_was_right(db.session, given().vault, self.whose.id)
        lead_on(request.args.get("next", ""))
        return True

    def _what_is_wrong(self) -> str:
        own = given()
        secret, now = secret_of(own.vault, self.tf_totp_secret), own.clock()
        if secret is None:
            return KEY_GONE
        return of_code(now, minutes_off(secret, self.code.data or "", now), is_theirs=False)
