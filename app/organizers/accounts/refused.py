"""What follows when somebody is not let in: the answer's status, and who hears that it was tried."""

from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus

import structlog
from flask import Response, after_this_request

from app.clock import eastern_day
from app.extensions import given
from app.limits.rate import Limit
from app.limits.sign_in import Try, is_to_be_told
from app.organizers.audited import note
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, Limited, Organizer

log = structlog.get_logger()

A_MINUTE_AGO = "That was tried too often within a minute. Please wait a minute, then try once more."
TOO_MANY: Mapping[Limited, str] = {
    Limited.SIGN_IN: A_MINUTE_AGO,
    Limited.SIGN_IN_DEVICE: A_MINUTE_AGO,
    Limited.SIGN_IN_VISITOR: (
        "From your part of the network there were too many wrong passwords. Please wait ten minutes, then try once "
        "more. On a device on which you have signed in before, you need not wait."
    ),
    Limited.SECOND_FACTOR: "There were too many wrong codes within a minute. Wait a minute, then try once more.",
    Limited.SECOND_FACTOR_HOUR: "There were too many wrong codes within an hour. Wait an hour, or ask an admin.",
}
SHORT = 8  # hexadecimal digits: enough to see that it is the same one again


class Step(StrEnum):
    """What was wrong."""

    FIRST = "the password"
    SECOND = "the second factor"


def answer_with(status: HTTPStatus, beyond: Limit | None = None) -> None:
    """Let the page that is shown say to programs, too, that it did not work, and how long to wait."""

    @after_this_request
    def _answer(response: Response) -> Response:
        response.status_code = status
        if beyond:
            response.headers["Retry-After"] = str(int(beyond.window.total_seconds()))
        return response


def tell_of_failure(tried: Try, whose: Organizer | None, step: Step = Step.FIRST) -> None:
    """Say in the log that a try failed; in the audit log, too, if there is such an account, at most a few an hour.

    Wrong passwords, which anybody may type, leave room for wrong second factors: whoever sends those has the password.
    """
    own = given()
    log.warning("sign_in_failed", step=step, name=_short_hash(tried.name), visitor=_short_hash(tried.visitor))
    with unit(db.session) as work:
        is_told = is_to_be_told(work.session, own.vault, f"{tried.name} {step}", own.clock())
        if is_told and whose is not None:
            note(work.session, AuditAct.SIGN_IN_FAILED, who=whose.email, after={"wrong": step})


def _short_hash(text: str) -> str:
    """Not to be turned back, and another one tomorrow."""
    own = given()
    return own.vault.fingerprint(text, purpose=f"log {eastern_day(own.clock())}").hex()[:SHORT]
