"""Resources as JSON, field by field as in Twilio's OpenAPI description (twilio_api_v2010)."""

import re
from datetime import datetime
from email.utils import format_datetime

from app.telephony.local_network.legs import Leg
from app.telephony.local_network.numbers import OwnedNumber
from app.telephony.local_network.webhooks.parameters import API_VERSION

SUBRESOURCES = {
    "events": "Events",
    "notifications": "Notifications",
    "payments": "Payments",
    "recordings": "Recordings",
    "siprec": "Siprec",
    "streams": "Streams",
    "transcriptions": "Transcriptions",
    "user_defined_messages": "UserDefinedMessages",
    "user_defined_message_subscriptions": "UserDefinedMessageSubscriptions",
}
NOT_SHOWN = dict.fromkeys(["auth_token"])


def call_resource(leg: Leg, account_sid: str, phone_number_sid: str | None) -> dict[str, object]:
    """Return a Call; durations and queue time are texts, and "initiated" is no status REST knows."""
    place = f"/{API_VERSION}/Accounts/{account_sid}/Calls/{leg.sid}"
    return {
        "sid": leg.sid,
        "date_created": _date(leg.created),
        "date_updated": _date(leg.updated),
        "parent_call_sid": leg.parent.sid if leg.parent else None,
        "account_sid": account_sid,
        "to": leg.to,
        "to_formatted": formatted(leg.to),
        "from": leg.caller,
        "from_formatted": formatted(leg.caller),
        "phone_number_sid": phone_number_sid,
        "status": "queued" if leg.status == "initiated" else leg.status,
        "start_time": _date(leg.dialled),
        "end_time": _date(leg.ended),
        "duration": None if leg.seconds is None else str(leg.seconds),
        "price": None,
        "price_unit": "USD",
        "direction": leg.direction,
        "answered_by": None,
        "api_version": API_VERSION,
        "forwarded_from": None,
        "group_sid": None,
        "caller_name": None,
        "queue_time": str(leg.queued_for),
        "stir_verstat": None,
        "trunk_sid": None,
        "uri": f"{place}.json",
        "subresource_uris": {name: f"{place}/{path}.json" for name, path in SUBRESOURCES.items()},
    }


def account_resource(account_sid: str, opened: datetime) -> dict[str, object]:
    """Return an Account; its token is not shown."""
    place = f"/{API_VERSION}/Accounts/{account_sid}"
    return {
        **NOT_SHOWN,
        "date_created": _date(opened),
        "date_updated": _date(opened),
        "friendly_name": "Local phone network",
        "owner_account_sid": account_sid,
        "sid": account_sid,
        "status": "active",
        "subresource_uris": {
            "calls": f"{place}/Calls.json",
            "incoming_phone_numbers": f"{place}/IncomingPhoneNumbers.json",
        },
        "type": "Full",
        "uri": f"{place}.json",
    }


def number_resource(number: OwnedNumber, account_sid: str) -> dict[str, object]:
    """Return an IncomingPhoneNumber."""
    return {
        "account_sid": account_sid,
        "address_sid": None,
        "address_requirements": "none",
        "api_version": API_VERSION,
        "beta": False,
        "capabilities": {"voice": True, "sms": False, "mms": False, "fax": False},
        "date_created": _date(number.created),
        "date_updated": _date(number.created),
        "friendly_name": number.friendly_name or formatted(number.phone_number),
        "identity_sid": None,
        "phone_number": number.phone_number,
        "origin": "twilio",
        "sid": number.sid,
        "sms_application_sid": "",
        "sms_fallback_method": "POST",
        "sms_fallback_url": "",
        "sms_method": "POST",
        "sms_url": "",
        "status_callback": number.status_callback,
        "status_callback_method": number.status_callback_method,
        "trunk_sid": None,
        "uri": f"/{API_VERSION}/Accounts/{account_sid}/IncomingPhoneNumbers/{number.sid}.json",
        "voice_receive_mode": "voice",
        "voice_application_sid": None,
        "voice_caller_id_lookup": False,
        "voice_fallback_method": number.voice_fallback_method,
        "voice_fallback_url": number.voice_fallback_url,
        "voice_method": number.voice_method,
        "voice_url": number.voice_url,
        "emergency_status": "Inactive",
        "emergency_address_sid": None,
        "emergency_address_status": "unregistered",
        "bundle_sid": None,
        "status": "in-use",
        "type": "local",
    }


def formatted(number: str) -> str:
    """Write a North American number the way people do; leave others alone."""
    parts = re.fullmatch(r"\+1(\d{3})(\d{3})(\d{4})", number)
    return f"({parts[1]}) {parts[2]}-{parts[3]}" if parts else number


def _date(when: datetime | None) -> str | None:
    return format_datetime(when) if when else None
