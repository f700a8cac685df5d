"""What a page showed to somebody who calls on their own phone: sealed into its address, and stored nowhere."""

from base64 import b85decode, b85encode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import compress, decompress

from cryptography.exceptions import InvalidTag
from pydantic import TypeAdapter

from app.calls.plan import PlannedOffice
from app.guard.phone_vault import PhoneVault
from app.limits.placing import WhyNotRing

PURPOSE = "own-phone page"
GOOD_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Shown:
    """One showing: the offices in their order, and the town that the script was filled with.

    Its `nonce` lets each office be reported once; one that is not `counted` came after too many of the same visitor.
    `why_not` is why this supporter was not rung, where others are, `phone_bank_id` the room by whose code they came,
    `came_from` what their link said, `asked` the key under which the form lies that led here.
    """

    campaign_id: int
    campaign_version: int
    nonce: str
    at: datetime
    town: str
    offices: tuple[PlannedOffice, ...]
    counted: bool = True
    why_not: WhyNotRing | None = None
    phone_bank_id: int | None = None
    asked: str = ""
    came_from: str = ""

    @property
    def holders(self) -> tuple[int, ...]:
        """The numbers of the office holders whose number was shown, or where to write to, in their order."""
        return tuple(dict.fromkeys(office.nth for office in self.offices if office.is_open_to_all))

    def ranks(self, nth: int) -> tuple[int, ...]:
        """The ranks that an office holder has: one for each line, or one alone without any."""
        return tuple(rank for rank, office in enumerate(self.offices) if office.is_open_to_all and office.nth == nth)

    def takes_reports(self, now: datetime) -> bool:
        """Whether it is not too late to tell what happened, or to change that."""
        return self.counted and now < self.at + GOOD_FOR


_KEPT = TypeAdapter(Shown)


def sealed(vault: PhoneVault, shown: Shown) -> str:
    """As an address carries it: nobody reads or forges it."""
    packed = b85encode(compress(_KEPT.dump_json(shown, exclude_defaults=True))).decode()
    return urlsafe_b64encode(vault.encrypt(packed, purpose=PURPOSE)).decode().rstrip("=")


def unsealed(vault: PhoneVault, token: str) -> Shown | None:
    """What was sealed; None for whatever else."""
    try:
        packed = vault.decrypt(urlsafe_b64decode(token + "=" * (-len(token) % 4)), purpose=PURPOSE)
    except (InvalidTag, ValueError):
        return None
    return _KEPT.validate_json(decompress(b85decode(packed)))
