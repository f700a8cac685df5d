"""Sends what the carrier would send, signed like it, to the address of this server: does it arrive here?"""

import secrets

from app.config import Settings
from app.guard.tokens import Tokens
from app.telephony.profiles import profile_of
from app.telephony.seal import seal_of
from app.telephony.signature import signature_of, signed_url

REACHED = "/voice/reached"
PURPOSE = "reached"
SECONDS = 5


def reaches_us(settings: Settings, tokens: Tokens) -> bool:
    """Whether this program answers there, and takes what is signed with the account's token.

    Only who has our keys knows the answer: another server at that address, or a page that a proxy shows, has not.
    """
    import requests  # noqa: PLC0415 - who only answers the carrier does without it

    nonce = secrets.token_urlsafe(16)
    form = {"AccountSid": settings.twilio_account_sid, "Nonce": nonce}
    url = signed_url(settings.public_base_url, REACHED)
    seal = seal_of(settings)
    if not seal.keys:
        return False
    signature = signature_of(url, form.items(), seal).decode()
    try:
        answer = requests.post(
            f"{settings.public_base_url}{REACHED}",
            data=form,
            headers={profile_of(settings).signature_header: signature},
            timeout=SECONDS,
            allow_redirects=False,
        )
    except requests.RequestException:
        return False
    return answer.ok and answer.text == answer_to(nonce, tokens)


def answer_to(nonce: str, tokens: Tokens) -> str:
    """What this program answers."""
    return tokens.sign(PURPOSE, nonce)
