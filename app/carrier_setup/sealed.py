"""Opens what opens an account with the carrier and is kept encrypted."""

from cryptography.exceptions import InvalidTag
from pydantic import SecretStr

from app.guard.phone_vault import PhoneVault


def unsealed(vault: PhoneVault, encrypted: bytes | None, purpose: str) -> SecretStr:
    """The secret; none where it was encrypted with keys that this server has no more."""
    try:
        return SecretStr(vault.decrypt(encrypted or b"", purpose=purpose))
    except (InvalidTag, ValueError):
        return SecretStr("")
