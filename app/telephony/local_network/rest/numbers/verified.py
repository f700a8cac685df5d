"""OutgoingCallerIds: the numbers that are verified, and the call that verifies one more."""

from flask import Blueprint, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.errors import RestError
from app.telephony.local_network.rest.numbers.resources import caller_id_resource
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.rest.resources import formatted
from app.telephony.local_network.rest.validation import NORTH_AMERICAN, plain


def add_verified_numbers(rest: Blueprint, engine: Engine) -> None:
    """Add list and create; what is created is a request to validate, which rings the phone."""

    @rest.get("/<account>/OutgoingCallerIds.json")
    def list_verified(account: str) -> dict[str, object]:
        number, name = request.args.get("PhoneNumber", ""), request.args.get("FriendlyName", "")
        verified = engine.plant.account.caller_ids.all()
        found = [one for one in verified if number in ("", one.phone_number) and name in ("", one.friendly_name)]
        page = page_of(found, lambda one: one.sid)
        return page.envelope("outgoing_caller_ids", lambda one: caller_id_resource(one, account))

    @rest.post("/<account>/OutgoingCallerIds.json")
    def ask_to_validate(account: str) -> dict[str, object]:
        number, name = plain(request.form.get("PhoneNumber", "")), request.form.get("FriendlyName", "")
        if not NORTH_AMERICAN.fullmatch(number):
            raise RestError(21401, f"Invalid phone number: {number}")
        if number in engine.plant.account.caller_ids:
            raise RestError(21450, f"Phone number {number} is already verified for your account.")
        code = f"{engine.plant.chance.randrange(10**6):06}"
        leg = engine.timeline.ask(lambda: engine.exchange.verify(number, code, name))
        return {
            "account_sid": account,
            "call_sid": leg.sid,
            "friendly_name": name or formatted(number),
            "phone_number": number,
            "validation_code": code,
        }
