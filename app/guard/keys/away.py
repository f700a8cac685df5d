"""Seals what this server shall not read itself: by a public key, whose private half somebody keeps elsewhere."""

from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)  # as RFC 9180 has it
PURPOSE = b"whose consent it is"


class SealedAway:
    """By a public key in base64; where that is empty nothing is kept at all."""

    def __init__(self, public_key: str) -> None:
        self._key = X25519PublicKey.from_public_bytes(b64decode(public_key)) if public_key else None

    def seal(self, text: str) -> bytes | None:
        """What only the private half opens; None where there is no key."""
        return SUITE.encrypt(text.encode(), self._key, info=PURPOSE) if self._key else None


NOBODY_READS = SealedAway("")


def new_pair() -> tuple[str, str]:
    """A public key and its private half, in base64."""
    private = X25519PrivateKey.generate()
    halves = (private.public_key().public_bytes_raw(), private.private_bytes_raw())
    return b64encode(halves[0]).decode(), b64encode(halves[1]).decode()


def opened(sealed: bytes, private_key: str) -> str | None:
    """The text; None where it was sealed for somebody else."""
    try:
        key = X25519PrivateKey.from_private_bytes(b64decode(private_key, validate=True))
        return SUITE.decrypt(sealed, key, info=PURPOSE).decode()
    except (InvalidTag, ValueError):
        return None
