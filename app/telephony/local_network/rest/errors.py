"""REST errors as Twilio words them: JSON with code, message, more_info and status."""

import hmac

from flask import Response, jsonify, request

UNAUTHORIZED = 401


class RestError(Exception):
    """A refusal; `code` is Twilio's, `status` the HTTP one."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(f"{code}: {message}")
        self.code, self.message, self.status = code, message, status


def error_response(error: RestError) -> Response:
    """Put a refusal into Twilio's envelope."""
    response = jsonify(
        code=error.code,
        message=error.message,
        more_info=f"https://www.twilio.com/docs/errors/{error.code}",
        status=error.status,
    )
    response.status_code = error.status
    if error.status == UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Basic realm="Twilio API"'
    return response


def authenticate(account_sid: str, auth_token: str) -> None:
    """Check Basic authentication and that the path means this account.

    Raises:
        RestError: 20003 without the right credentials, 20404 for another account.
    """
    given = request.authorization
    name, word = (given.username or "", given.password or "") if given else ("", "")
    right = hmac.compare_digest(name.encode(), account_sid.encode())
    if not (hmac.compare_digest(word.encode(), auth_token.encode()) and right):
        raise RestError(20003, "Authenticate", UNAUTHORIZED)
    if (request.view_args or {}).get("account") != account_sid:
        raise not_found()


def not_found() -> RestError:
    """There is no such resource."""
    return RestError(20404, f"The requested resource {request.path} was not found", 404)
