"""Who may ask: the account's token, the one that follows it, its API keys, and the pair for tests."""

import hmac
from dataclasses import dataclass, field
from enum import Enum, auto

from app.telephony.local_network.account.sids import sid_of
from app.telephony.local_network.credentials import local_credentials


class Right(Enum):
    """As whom a request comes: with the account's token, with an API key, or only to test."""

    OWNER = auto()
    KEY = auto()
    TEST = auto()


@dataclass
class Credentials:
    """Names and passwords of one account; webhooks are signed with `auth_token`, or a key for that alone."""

    sid: str
    auth_token: str
    second_token: str | None = None
    keys: dict[str, str] = field(default_factory=dict)
    test: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        self.test = local_credentials(f"{self.sid} for tests")

    @property
    def signing_key(self) -> str:
        """What webhooks are signed with where that is not the token: a signing key, or a shared one."""
        return sid_of("", self.sid, "signs")

    @property
    def signing_key_sid(self) -> str:
        """The name of that key."""
        return sid_of("WK", self.sid)

    def right_of(self, name: str, word: str) -> Right | None:
        """As whom somebody comes who gives this name and password, None as nobody."""
        if any(token and _same(name, self.sid) & _same(word, token) for token in (self.auth_token, self.second_token)):
            return Right.OWNER
        if name in self.keys and _same(word, self.keys[name]):
            return Right.KEY
        return Right.TEST if _same(name, self.test[0]) & _same(word, self.test[1]) else None

    def add_key(self) -> tuple[str, str]:
        """Make an API key: its SID and its secret."""
        number = len(self.keys) + 1
        sid, secret = sid_of("SK", self.sid, number), sid_of("", self.auth_token, "key", number)
        self.keys[sid] = secret
        return sid, secret

    def add_second_token(self) -> str:
        """Begin to exchange the token: both are accepted, and the first still signs."""
        second = sid_of("", self.auth_token, "second")
        self.second_token = second
        return second

    def promote_second_token(self) -> None:
        """End the exchange: the second token signs, and the first opens nothing any more."""
        self.auth_token, self.second_token = self.second_token or self.add_second_token(), None


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())
