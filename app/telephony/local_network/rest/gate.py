"""The gate of the REST API: who asks, as whom, and what goes wrong on the way; every request is written down."""

import time

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

from app.telephony.local_network.account.account import NOT_ACTIVE, Account
from app.telephony.local_network.account.credentials import Right
from app.telephony.local_network.account.refusing import not_active
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.faults import Refusal
from app.telephony.local_network.journal import RestCall
from app.telephony.local_network.rest.errors import RestError, error_response, not_allowed, not_found, unauthorized
from app.telephony.local_network.rest.testing import answer_to_test

WRONG = {
    429: (20429, "Too Many Requests"),
    500: (20500, "An internal server error has occurred"),
    503: (20503, "Service is unavailable, please try again"),
}


def guard(rest: Blueprint, engine: Engine) -> None:
    """Let every request of a blueprint pass here, and every refusal get Twilio's envelope."""
    rest.before_request(lambda: _admit(engine.plant.account))
    rest.before_request(lambda: _stumble(engine))
    rest.register_error_handler(RestError, error_response)

    @rest.after_request
    def write_down(response: Response) -> Response:
        answer = _lose(response)
        at = round(engine.plant.clock.seconds(), 2)
        engine.plant.journal.write(RestCall(request.method, request.path, answer.status_code, at))
        return answer


def right_of(account: Account) -> Right | None:
    """As whom the request comes."""
    given = request.authorization
    return account.credentials.right_of(given.username or "", given.password or "") if given else None


def _admit(account: Account) -> ResponseReturnValue | None:
    right = right_of(account)
    if right is None:
        raise unauthorized()
    if right is Right.TEST:
        return answer_to_test(account)
    if account.refusal != NOT_ACTIVE and (refused := not_active(account)):
        raise not_allowed(refused)
    if (request.view_args or {}).get("account", account.credentials.sid) != account.credentials.sid:
        raise not_found()
    return None


def _stumble(engine: Engine) -> None:
    """Go wrong before anything is done, or remember to do so after it is."""
    method, path = request.method, request.path
    refusal = engine.timeline.ask(lambda: engine.faults.next_refusal(method, path))
    if refusal and refusal.placed:
        g.loses_answer = refusal
    elif refusal:
        _go_wrong(refusal)


def _lose(response: Response) -> Response:
    """Answer something else where the answer is to be lost."""
    refusal: Refusal | None = g.pop("loses_answer", None)
    try:
        if refusal:
            _go_wrong(refusal)
    except RestError as error:
        return error_response(error)
    return response


def _go_wrong(refusal: Refusal) -> None:
    time.sleep(refusal.hang)
    if refusal.status:
        code, message = WRONG.get(refusal.status, (20001, "Bad Request"))
        raise RestError(refusal.code or code, message, refusal.status)
