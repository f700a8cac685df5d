"""Numbers as JSON, field by field as in Twilio's OpenAPI description: owned ones, offered ones, verified ones."""

from app.telephony.local_network.account.caller_ids import CallerId
from app.telephony.local_network.account.numbers import OwnedNumber
from app.telephony.local_network.account.stock import Offer
from app.telephony.local_network.rest.resources import formatted, rfc_2822
from app.telephony.local_network.webhooks.parameters import API_VERSION


def number_resource(number: OwnedNumber, account_sid: str) -> dict[str, object]:
    """Return an IncomingPhoneNumber."""
    return {
        "account_sid": account_sid,
        "address_sid": None,
        "address_requirements": "none",
        "api_version": API_VERSION,
        "beta": False,
        "capabilities": {"voice": number.has_voice, "sms": True, "mms": True, "fax": False},
        "date_created": rfc_2822(number.created),
        "date_updated": rfc_2822(number.updated),
        "friendly_name": number.friendly_name or formatted(number.phone_number),
        "identity_sid": None,
        "phone_number": number.phone_number,
        "origin": "twilio",
        "sid": number.sid,
        "sms_application_sid": None,
        "sms_fallback_method": "POST",
        "sms_fallback_url": "",
        "sms_method": "POST",
        "sms_url": "",
        "status_callback": number.status_callback,
        "status_callback_method": number.status_callback_method,
        "trunk_sid": number.trunk_sid or None,
        "uri": f"/{API_VERSION}/Accounts/{account_sid}/IncomingPhoneNumbers/{number.sid}.json",
        "voice_receive_mode": "voice",
        "voice_application_sid": number.voice_application_sid or None,
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


def offer_resource(offer: Offer) -> dict[str, object]:
    """Return an AvailablePhoneNumber."""
    return {
        "friendly_name": formatted(offer.phone_number),
        "phone_number": offer.phone_number,
        "lata": None,
        "locality": offer.place,
        "rate_center": offer.place.upper() if offer.place else None,
        "latitude": None,
        "longitude": None,
        "region": "MA" if offer.place else None,
        "postal_code": None,
        "iso_country": "US",
        "address_requirements": "none",
        "beta": False,
        "capabilities": {"voice": offer.has_voice, "sms": True, "mms": True, "fax": False},
    }


def caller_id_resource(caller_id: CallerId, account_sid: str) -> dict[str, object]:
    """Return an OutgoingCallerId."""
    return {
        "sid": caller_id.sid,
        "date_created": rfc_2822(caller_id.created),
        "date_updated": rfc_2822(caller_id.created),
        "friendly_name": caller_id.friendly_name or formatted(caller_id.phone_number),
        "account_sid": account_sid,
        "phone_number": caller_id.phone_number,
        "uri": f"/{API_VERSION}/Accounts/{account_sid}/OutgoingCallerIds/{caller_id.sid}.json",
    }
