"""IncomingPhoneNumbers: own a number and say which URL its callers hear."""

from flask import Blueprint, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.numbers import OwnedNumber
from app.telephony.local_network.rest.errors import RestError, not_found
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.rest.resources import number_resource
from app.telephony.local_network.rest.validation import E164, require_url

FIELDS = {
    "FriendlyName": "friendly_name",
    "VoiceUrl": "voice_url",
    "VoiceMethod": "voice_method",
    "VoiceFallbackUrl": "voice_fallback_url",
    "VoiceFallbackMethod": "voice_fallback_method",
    "StatusCallback": "status_callback",
    "StatusCallbackMethod": "status_callback_method",
}


def add_phone_numbers(rest: Blueprint, engine: Engine) -> None:
    """Add list, create, fetch and update."""
    numbers = engine.plant.numbers

    @rest.get("/<account>/IncomingPhoneNumbers.json")
    def list_numbers(account: str) -> dict[str, object]:
        wanted = request.args.get("PhoneNumber", "")
        found = [number for number in numbers.all() if wanted in number.phone_number]
        page = page_of(found, lambda number: number.sid)
        return page.envelope("incoming_phone_numbers", lambda number: number_resource(number, account))

    @rest.post("/<account>/IncomingPhoneNumbers.json")
    def create_number(account: str) -> tuple[dict[str, object], int]:
        phone_number = request.form.get("PhoneNumber", "")
        if not E164.fullmatch(phone_number):
            raise RestError(21421, f"{phone_number} is not a valid phone number.")
        number = engine.timeline.ask(lambda: numbers.add(phone_number, engine.plant.clock.now()))
        return number_resource(_update(number), account), 201

    @rest.route("/<account>/IncomingPhoneNumbers/<sid>.json", methods=["GET", "POST"])
    def fetch_or_update_number(account: str, sid: str) -> dict[str, object]:
        try:
            return number_resource(_update(numbers.find(sid)), account)
        except LookupError:
            raise not_found() from None


def _update(number: OwnedNumber) -> OwnedNumber:
    for name, field in FIELDS.items():
        if name in request.form:
            if name.endswith(("Url", "Callback")) and request.form[name]:
                require_url(request.form[name], 21402)
            setattr(number, field, request.form[name])
    return number
