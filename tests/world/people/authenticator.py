"""An authenticator app, written anew from RFC 6238: it must understand what ours shows, not what ours imports."""

import base64
import hmac
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

HALF_A_MINUTE = 30  # seconds, for which a code is shown
TAKES_TO_TYPE = 10.0  # seconds, on a busy machine


@dataclass
class AuthenticatorApp:
    """The app on a phone: the secret that it read or was told, and the phone's own clock."""

    secret: str
    clock: Callable[[], datetime]

    def code(self, later: timedelta = timedelta()) -> str:
        """The six digits that it shows, now or a little later."""
        step = int((self.clock() + later).timestamp()) // HALF_A_MINUTE
        digest = hmac.digest(base64.b32decode(self.secret.replace(" ", "")), struct.pack(">Q", step), "sha1")
        start = digest[-1] & 15
        return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06d}"

    def code_before(self) -> str:
        """The one before that, which is good while this one is shown: for long enough, else the next is waited for."""
        left = HALF_A_MINUTE - self.clock().timestamp() % HALF_A_MINUTE
        if left < TAKES_TO_TYPE:
            time.sleep(left)
        return self.code(timedelta(seconds=-HALF_A_MINUTE))
