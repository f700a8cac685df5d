"""Twilio's REST API, version 2010-04-01, as far as calls and phone numbers need it."""

from flask import Blueprint, Response, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.journal import RestCall
from app.telephony.local_network.rest.account import add_account
from app.telephony.local_network.rest.calls import add_calls
from app.telephony.local_network.rest.errors import RestError, authenticate, error_response
from app.telephony.local_network.rest.phone_numbers import add_phone_numbers


def create_rest(engine: Engine) -> Blueprint:
    """Make the API of the engine's one account; every path needs its SID and Basic authentication."""
    rest = Blueprint("rest", __name__, url_prefix="/2010-04-01/Accounts")
    rest.before_request(lambda: authenticate(engine.plant.account_sid, engine.plant.auth_token))
    rest.register_error_handler(RestError, error_response)

    @rest.after_request
    def write_down(response: Response) -> Response:
        at = round(engine.plant.clock.seconds(), 2)
        engine.plant.journal.write(RestCall(request.method, request.path, response.status_code, at))
        return response

    add_account(rest, engine)
    add_calls(rest, engine)
    add_phone_numbers(rest, engine)
    return rest
