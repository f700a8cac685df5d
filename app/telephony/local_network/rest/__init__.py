"""Twilio's REST API, version 2010-04-01, as far as accounts, calls and phone numbers need it."""

from flask import Blueprint

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.account import add_account
from app.telephony.local_network.rest.calls import add_calls
from app.telephony.local_network.rest.gate import guard
from app.telephony.local_network.rest.notifications import add_notifications
from app.telephony.local_network.rest.numbers.available import add_available_numbers
from app.telephony.local_network.rest.numbers.owned import add_owned_numbers
from app.telephony.local_network.rest.numbers.verified import add_verified_numbers
from app.telephony.local_network.webhooks.parameters import API_VERSION


def create_rest(engine: Engine) -> Blueprint:
    """Make the API of the engine's one account; every path needs its SID and Basic authentication."""
    rest = Blueprint("rest", __name__, url_prefix=f"{engine.plant.ways.base_path}/{API_VERSION}/Accounts")
    guard(rest, engine)
    add_account(rest, engine)
    add_calls(rest, engine)
    add_notifications(rest, engine)
    add_owned_numbers(rest, engine)
    add_available_numbers(rest, engine)
    add_verified_numbers(rest, engine)
    return rest
