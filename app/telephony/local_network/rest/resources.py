"""Resources as JSON, field by field as in Twilio's OpenAPI description (twilio_api_v2010)."""

import re
from datetime import datetime
from email.utils import format_datetime

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.prices import Billing
from app.telephony.local_network.legs import Leg
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


def call_resource(
    leg: Leg, account_sid: str, phone_number_sid: str | None, billing: Billing, now: datetime
) -> dict[str, object]:
    """Return a Call; durations, queue time and price are texts, and "initiated" is no status REST knows."""
    place = f"/{API_VERSION}/Accounts/{account_sid}/Calls/{leg.sid}"
    return {
        "sid": leg.sid,
        "date_created": rfc_2822(leg.created),
        "date_updated": rfc_2822(leg.updated),
        "parent_call_sid": leg.parent.sid if leg.parent else None,
        "account_sid": account_sid,
        "to": leg.to,
        "to_formatted": formatted(leg.to),
        "from": leg.caller,
        "from_formatted": formatted(leg.caller),
        "phone_number_sid": phone_number_sid,
        "status": "queued" if leg.status == "initiated" else leg.status,
        "start_time": rfc_2822(leg.dialled),
        "end_time": rfc_2822(leg.ended),
        "duration": None if leg.seconds is None else str(leg.seconds),
        "price": billing.told(leg.direction, leg.seconds, leg.ended, now),
        "price_unit": billing.unit,
        "direction": leg.direction,
        "answered_by": None,
        "api_version": API_VERSION,
        "forwarded_from": None,
        "group_sid": None,
        "caller_name": None,
        "queue_time": str(leg.queued_for),
        "trunk_sid": None,
        "uri": f"{place}.json",
        "subresource_uris": {name: f"{place}/{path}.json" for name, path in SUBRESOURCES.items()},
    }


def account_resource(account: Account) -> dict[str, object]:
    """Return an Account; its token is not shown."""
    sid = account.credentials.sid
    place = f"/{API_VERSION}/Accounts/{sid}"
    return {
        **dict.fromkeys(["auth_token"]),
        "date_created": rfc_2822(account.opened),
        "date_updated": rfc_2822(account.opened),
        "friendly_name": "Local phone network",
        "owner_account_sid": sid,
        "sid": sid,
        "status": account.status,
        "subresource_uris": {
            name: f"{place}/{path}.json"
            for name, path in {
                "balance": "Balance",
                "calls": "Calls",
                "incoming_phone_numbers": "IncomingPhoneNumbers",
                "outgoing_caller_ids": "OutgoingCallerIds",
            }.items()
        },
        "type": account.type,
        "uri": f"{place}.json",
    }


def formatted(number: str) -> str:
    """Write a North American number the way people do; leave others alone."""
    parts = re.fullmatch(r"\+1(\d{3})(\d{3})(\d{4})", number)
    return f"({parts[1]}) {parts[2]}-{parts[3]}" if parts else number


def rfc_2822(when: datetime | None) -> str | None:
    """Write a time as the older of Twilio's APIs do."""
    return format_datetime(when) if when else None
