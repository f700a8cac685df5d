"""REST errors as Twilio words them: JSON with code, message, more_info and status."""

from flask import Response, jsonify, request

from app.telephony.local_network.account.refusing import NotAllowed

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


def unauthorized() -> RestError:
    """Whoever asks may not."""
    return RestError(20003, "Authenticate", UNAUTHORIZED)


def not_allowed(refused: NotAllowed) -> RestError:
    """The account may not do that."""
    return RestError(refused.code, refused.text, refused.status)


def not_found() -> RestError:
    """There is no such resource."""
    return RestError(20404, f"The requested resource {request.path} was not found", 404)


def not_complete() -> RestError:
    """It is under way, and stays until it is over."""
    return RestError(20009, "Cannot delete this resource before it is complete", 409)
