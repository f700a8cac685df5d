"""IncomingPhoneNumbers: buy a number, say which URL its callers hear, and give it back."""

import re

from flask import Blueprint, request
from werkzeug.datastructures import MultiDict

from app.telephony.local_network.account.numbers import OwnedNumber
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.errors import RestError, not_found
from app.telephony.local_network.rest.numbers.buying import buy
from app.telephony.local_network.rest.numbers.resources import number_resource
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.rest.validation import require_url

FIELDS = {
    "FriendlyName": "friendly_name",
    "VoiceUrl": "voice_url",
    "VoiceMethod": "voice_method",
    "VoiceFallbackUrl": "voice_fallback_url",
    "VoiceFallbackMethod": "voice_fallback_method",
    "StatusCallback": "status_callback",
    "StatusCallbackMethod": "status_callback_method",
    "VoiceApplicationSid": "voice_application_sid",
    "TrunkSid": "trunk_sid",
}
SIDS = {"VoiceApplicationSid": re.compile(r"(AP[0-9a-fA-F]{32})?"), "TrunkSid": re.compile(r"(TK[0-9a-fA-F]{32})?")}


def add_owned_numbers(rest: Blueprint, engine: Engine) -> None:
    """Add list, create, fetch, update and delete."""
    numbers = engine.plant.numbers

    @rest.get("/<account>/IncomingPhoneNumbers.json")
    def list_numbers(account: str) -> dict[str, object]:
        wanted, name = request.args.get("PhoneNumber", ""), request.args.get("FriendlyName", "")
        found = [one for one in numbers.all() if wanted in one.phone_number and name in ("", one.friendly_name)]
        page = page_of(found, lambda number: number.sid)
        return page.envelope("incoming_phone_numbers", lambda number: number_resource(number, account))

    @rest.post("/<account>/IncomingPhoneNumbers.json")
    def create_number(account: str) -> tuple[dict[str, object], int]:
        form, now = request.form.copy(), engine.plant.clock.now()
        _check(form)
        number = engine.timeline.ask(lambda: buy(engine.plant.account, form, now))
        return number_resource(_update(number, engine), account), 201

    @rest.get("/<account>/IncomingPhoneNumbers/<sid>.json")
    def fetch_number(account: str, sid: str) -> dict[str, object]:
        return number_resource(_find(engine, sid), account)

    @rest.post("/<account>/IncomingPhoneNumbers/<sid>.json")
    def update_number(account: str, sid: str) -> dict[str, object]:
        _check(request.form)
        return number_resource(_update(_find(engine, sid), engine), account)

    @rest.delete("/<account>/IncomingPhoneNumbers/<sid>.json")
    def delete_number(account: str, sid: str) -> tuple[str, int]:  # noqa: ARG001  # checked before
        numbers.remove(_find(engine, sid))
        return "", 204


def _find(engine: Engine, sid: str) -> OwnedNumber:
    try:
        return engine.plant.numbers.find(sid)
    except LookupError:
        raise not_found() from None


def _check(form: MultiDict[str, str]) -> None:
    for name in form:
        if name.endswith(("Url", "Callback")) and form[name]:
            require_url(form[name], 21402)
        if name in SIDS and not SIDS[name].fullmatch(form[name]):
            raise RestError(20001, f"Invalid {name}: {form[name]}")


def _update(number: OwnedNumber, engine: Engine) -> OwnedNumber:
    for name, field in FIELDS.items():
        if name in request.form:
            setattr(number, field, request.form[name])
    number.updated = engine.plant.clock.now()
    return number
