"""Proof of work: a browser that asks for a call works for a few seconds, which makes thousands of calls dear.

Challenge and solution are in the format of `altcha`, which makes and verifies them; `app/static/asking/proof.js` solves
them. Nobody else is asked, and nothing is stored: a challenge belongs to one form, and a form counts once.
"""

import json

from altcha import Payload, create_challenge, verify_solution

from app.config import Settings

ALGORITHM = "PBKDF2/SHA-256"
ROUNDS = 5_000  # of each try, of which it takes 256 on average: a second or two on a telephone
BEGINS = "00"
UNTOUCHED = "asked"  # what the form says whose browser has not begun


def proof_is_asked(settings: Settings, *, is_suspicious: bool) -> bool:
    """Whether a call of a campaign takes a proof, by what stands at its door."""
    return settings.proof_of_work == "always" or (settings.proof_of_work == "auto" and is_suspicious)


def challenge(settings: Settings, nonce: str) -> str:
    """The work for the browser that has the form of this nonce."""
    made = create_challenge(ALGORITHM, ROUNDS, key_prefix=BEGINS, data={"form": nonce}, hmac_secret=_key(settings))
    return json.dumps(made.to_dict(), separators=(",", ":"))


def is_proof(settings: Settings, proof: str, nonce: str) -> bool:
    """Whether this solves the challenge of that form."""
    try:
        payload = Payload.from_base64(proof)
        its = payload.challenge.parameters.data
        is_of_form = isinstance(its, dict) and its.get("form") == nonce
        return is_of_form and verify_solution(payload, _key(settings)).verified
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return False  # whatever was sent, it is none


def _key(settings: Settings) -> str:
    return f"ringdown.proof {settings.secret_key.get_secret_value()}"
