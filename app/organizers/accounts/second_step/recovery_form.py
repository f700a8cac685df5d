"""The form for whoever has lost their second factor, and kept a recovery code."""

from http import HTTPStatus
from typing import cast

from flask import request
from flask_security.recovery_codes import MfRecoveryForm

from app.extensions import given
from app.limits.sign_in import code_was_right
from app.organizers.accounts.lead_on import lead_on
from app.organizers.accounts.refused import answer_with
from app.organizers.accounts.second_step.code_form import beyond_codes, tell_of_wrong
from app.organizers.accounts.second_step.told import NO_SUCH_RECOVERY_CODE
from app.organizers.audited import note
from app.store.db import db
from app.team.second_factor.theirs import second_factor
from models import AuditAct, Organizer

EMPTY = "Type one of your recovery codes."


class RecoveryForm(MfRecoveryForm):
    """One code of the list. `refusal` says why it lets nobody in."""

    refusal = ""

    @property
    def whose(self) -> Organizer:
        """Whose password was right."""
        return cast("Organizer", self.user)

    def validate(self, **kwargs: object) -> bool:
        """Whether it lets somebody in; then it never does again."""
        if not (self.code.data or "").strip():
            return self._refuse(EMPTY)
        if refusal := beyond_codes(self.whose.id):
            self.refusal = refusal
            return False
        if not super().validate(**kwargs):
            tell_of_wrong(self.whose)
            return self._refuse(NO_SUCH_RECOVERY_CODE)
        code_was_right(db.session, given().vault, self.whose.id)
        left = second_factor(self.whose).codes_left
        note(db.session, AuditAct.SECOND_FACTOR_CHANGED, who=self.whose.email, after={"recovery codes left": left})
        lead_on(request.args.get("next", ""))
        return True

    def _refuse(self, why: str) -> bool:
        answer_with(HTTPStatus.UNPROCESSABLE_ENTITY)
        self.refusal = why
        return False
