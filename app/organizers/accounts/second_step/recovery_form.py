"""The form for whoever has lost their second factor, and kept a recovery code."""

from flask import request
from flask_security.recovery_codes import MfRecoveryForm

from app.extensions import given
from app.limits.sign_in import code_was_right
from app.organizers.accounts.lead_on import lead_on
from app.organizers.accounts.second_step.step_form import StepForm
from app.organizers.accounts.second_step.told import NO_SUCH_RECOVERY_CODE
from app.organizers.audited import note
from app.store.db import db
from app.team.second_factor.theirs import second_factor
from models import AuditAct

EMPTY = "Type one of your recovery codes."


class RecoveryForm(StepForm, MfRecoveryForm):
    """One code of the list."""

    def validate(self, **kwargs: object) -> bool:
        """Whether it lets somebody in; then it never does again."""
        if not self.may_be_tried(EMPTY):
            return False
        if not super().validate(**kwargs):
            return self.refuse_wrong(NO_SUCH_RECOVERY_CODE)
        code_was_right(db.session, given().vault, self.whose.id)
        left = second_factor(self.whose).codes_left
        note(db.session, AuditAct.SECOND_FACTOR_CHANGED, who=self.whose.email, after={"recovery codes left": left})
        lead_on(request.args.get("next", ""))
        return True
