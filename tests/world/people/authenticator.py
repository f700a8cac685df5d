"""An authenticator app, written anew from RFC 6238: it must understand what ours shows, not what ours imports."""

import base64
import hmac
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class AuthenticatorApp:
    """The app on a phone: the secret that it read or was told, and the phone's own clock."""

    secret: str
    clock: Callable[[], datetime]

    def code(self, later: timedelta = timedelta()) -> str:
        """The six digits that it shows, now or a little later."""
        step = int((self.clock() + later).timestamp()) // 30
        digest = hmac.digest(base64.b32decode(self.secret.replace(" ", "")), struct.pack(">Q", step), "sha1")
        start = digest[-1] & 15
        return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06d}"
