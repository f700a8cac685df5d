"""Local credentials: recognisable ones for the network, and the refusal to start beside live ones."""

import hashlib
import secrets
from collections.abc import Mapping

LOCAL_PREFIX = "AC00000000"


class LiveCredentialsError(RuntimeError):
    """Live Twilio credentials stand where only the network's own may be: nothing was started."""


def local_credentials(seed: str | None = None) -> tuple[str, str]:
    """Make an account SID and auth token for the network; the same seed makes the same pair."""
    root = seed if seed is not None else secrets.token_hex(16)
    return LOCAL_PREFIX + _digest("account", root)[:24], _digest("token", root)[:32]


def refuse_live_credentials(account_sid: str, auth_token: str, environment: Mapping[str, str]) -> None:
    """Check what the network was given and what stands in `environment`.

    Raises:
        LiveCredentialsError: an account SID without the local prefix, or another auth token, was found.
    """
    for place, sid in (("given", account_sid), ("in the environment", environment.get("TWILIO_ACCOUNT_SID"))):
        if sid and not sid.startswith(LOCAL_PREFIX):
            raise LiveCredentialsError(f"The account SID {place} is not a local one: refusing to start.")
    if environment.get("TWILIO_AUTH_TOKEN", auth_token) not in ("", auth_token):
        raise LiveCredentialsError("TWILIO_AUTH_TOKEN in the environment is not the network's own.")


def _digest(purpose: str, root: str) -> str:
    return hashlib.sha256(f"{purpose} of the local network: {root}".encode()).hexdigest()
