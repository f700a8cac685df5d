"""Customer profiles (TrustHub): who the customer is; without an approved primary one nobody in +1 is called."""

from dataclasses import dataclass, field
from datetime import datetime

from app.telephony.local_network.account.sids import sid_of

# Twilio's policy of a primary profile of a business; a secondary one is a reseller's customer's.
PRIMARY_POLICY = "RN6433641899984f951173ef1738c3bdd0"
APPROVED = "twilio-approved"
STATUSES = ("draft", "pending-review", "in-review", "twilio-rejected", APPROVED)


@dataclass
class CustomerProfile:
    """One profile; `status` is one of STATUSES."""

    sid: str
    friendly_name: str
    email: str
    policy_sid: str
    created: datetime
    updated: datetime
    status: str = "draft"
    status_callback: str = ""


@dataclass
class Profiles:
    """The account's profiles by SID."""

    by_sid: dict[str, CustomerProfile] = field(default_factory=dict)

    def add(self, name: str, email: str, now: datetime, policy_sid: str = PRIMARY_POLICY) -> CustomerProfile:
        """Draft a profile."""
        sid = sid_of("BU", name, email, policy_sid, len(self.by_sid))
        self.by_sid[sid] = CustomerProfile(sid, name, email, policy_sid, now, now)
        return self.by_sid[sid]

    @property
    def primary(self) -> CustomerProfile | None:
        """The primary profile, where there is one."""
        return next((one for one in self.by_sid.values() if one.policy_sid == PRIMARY_POLICY), None)

    @property
    def are_approved(self) -> bool:
        """Whether the carrier knows whom it deals with."""
        return self.primary is not None and self.primary.status == APPROVED
