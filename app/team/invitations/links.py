"""Links that let somebody in: a key of chance, of which only the hash is kept."""

import hashlib
import secrets

KEY_BYTES = 24
JOIN = "/join"


def new_key() -> str:
    """What stands in the link, and nowhere else: whoever made it shows it once."""
    return secrets.token_urlsafe(KEY_BYTES)


def hash_of(key: str) -> bytes:
    """By which the link is found again. Keys are of chance alone: nothing is to be guessed from their hash."""
    return hashlib.sha256(key.encode()).digest()


def join_link(public_base_url: str, key: str) -> str:
    """The whole link by which somebody joins the team."""
    return f"{public_base_url}{JOIN}/{key}"
