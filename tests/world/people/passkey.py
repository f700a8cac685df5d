"""A passkey as a device keeps it: it signs what a page asks, for the host that it was made for."""

import base64
import hashlib
import json
import struct
from dataclasses import dataclass, field
from secrets import token_bytes

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, HAS_KEY = 0x01, 0x40


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Passkey:
    """One key pair; `origin` is the page on which its owner uses it."""

    origin: str
    host: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: token_bytes(16))
    used: int = 0

    def made(self, options: str) -> str:
        """What the browser answers when the page asks to make it."""
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + self._public_key()
        attestation = {"fmt": "none", "attStmt": {}, "authData": self._about(PRESENT | HAS_KEY) + attested}
        told = {"attestationObject": text(cbor2.dumps(attestation))}
        return self._answer(told, self._client_data("webauthn.create", options))

    def signed(self, options: str) -> str:
        """What the browser answers when the page asks for it."""
        self.used += 1
        about, client_data = self._about(PRESENT), self._client_data("webauthn.get", options)
        signature = self.key.sign(about + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        return self._answer({"authenticatorData": text(about), "signature": text(signature)}, client_data)

    def _answer(self, told: dict[str, str], client_data: bytes) -> str:
        response = {"clientDataJSON": text(client_data), **told}
        return json.dumps({"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response})

    def _client_data(self, what: str, options: str) -> bytes:
        challenge = json.loads(options)["challenge"]
        return json.dumps({"type": what, "challenge": challenge, "origin": self.origin}).encode()

    def _about(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + struct.pack(">I", self.used)

    def _public_key(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)})
