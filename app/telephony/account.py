"""Whether the carrier knows our account."""

import requests

from app.config import Settings

SECONDS = 5


def account_status(settings: Settings) -> int | None:
    """What the carrier answers when it is asked for the account, as an HTTP status; None where it cannot be reached."""
    url = f"{settings.twilio_api_base_url}/2010-04-01/Accounts/{settings.twilio_account_sid}.json"
    try:
        return requests.get(
            url, auth=(settings.twilio_account_sid, settings.auth_tokens[0]), timeout=SECONDS
        ).status_code
    except requests.RequestException:
        return None
