"""What both forms of the second step share: whose it is, that tries are counted first, and how they refuse."""

from http import HTTPStatus
from typing import Any, cast

from app.organizers.accounts.refused import answer_with
from app.organizers.accounts.second_step.tries import beyond_codes, tell_of_wrong
from models import Organizer


class StepForm:
    """Beside a form of Flask-Security that has a field `code`. `refusal` says why it lets nobody in."""

    refusal = ""
    user: Any
    code: Any

    @property
    def whose(self) -> Organizer:
        """Whose password was right."""
        return cast("Organizer", self.user)

    def may_be_tried(self, empty: str) -> bool:
        """Whether the code may be looked at. Sent empty, as programs do that look at links, it counts for nothing."""
        if not (self.code.data or "").strip():
            return self.refuse(empty)
        self.refusal = beyond_codes(self.whose.id)
        return not self.refusal

    def refuse_wrong(self, why: str) -> bool:
        """Refuse what was tried, and tell of it."""
        tell_of_wrong(self.whose)
        return self.refuse(why)

    def refuse(self, why: str) -> bool:
        """Let nobody in, and say why."""
        answer_with(HTTPStatus.UNPROCESSABLE_ENTITY)
        self.refusal = why
        return False
