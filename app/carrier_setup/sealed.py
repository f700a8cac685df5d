"""Opens what opens an account with the carrier and is kept encrypted."""

from pydantic import SecretStr

from app.guard.phone_vault import PhoneVault


def unsealed(vault: PhoneVault, encrypted: bytes | None, purpose: str) -> SecretStr:
    """The secret; none where it was encrypted with keys that this server has no more."""
    return SecretStr(vault.opened(encrypted or b"", purpose=purpose) or "")
