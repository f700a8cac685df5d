"""The folder `instance/`: what a computer keeps for itself, made on first use and never committed."""

import base64
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

from pydantic import BaseModel

INSTANCE = Path(os.environ.get("INSTANCE_PATH") or Path(__file__).resolve().parent.parent / "instance")


class InstanceSecrets(BaseModel):
    """Keys made for this computer, used wherever the settings name none."""

    secret_key: str
    password_salt: str
    phone_encryption_keys: str
    phone_hash_key: str
    organizer_password: str
    do_not_call_key: str = ""  # made with the others since it is one of its own


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _make_secrets() -> InstanceSecrets:
    return InstanceSecrets(
        secret_key=secrets.token_urlsafe(48),
        password_salt=secrets.token_urlsafe(24),
        phone_encryption_keys=_new_key(),
        phone_hash_key=_new_key(),
        do_not_call_key=_new_key(),
        organizer_password="-".join(secrets.token_hex(2) for _ in range(4)),
    )


def instance_folder() -> Path:
    """The folder itself, made if it is not there yet."""
    INSTANCE.mkdir(parents=True, exist_ok=True)
    return INSTANCE


@cache
def instance_secrets() -> InstanceSecrets:
    """This computer's keys, readable by its user alone.

    Two programs may start at once: each writes a complete file, one of them takes the name, and both read that.
    """
    path = instance_folder() / "secrets.json"
    if not path.exists():
        draft = path.with_suffix(f".{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(_make_secrets().model_dump_json(indent=1))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return InstanceSecrets.model_validate_json(path.read_text())


def never_called_key() -> str:
    """The key by which numbers are found that are never called: on a computer of before that of all numbers."""
    made = instance_secrets()
    return made.do_not_call_key or made.phone_hash_key
