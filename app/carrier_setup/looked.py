"""What was seen when the carrier was asked about our account: kept, so that pages and probes ask nobody."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup.kept import kept_setup
from app.telephony.account.facts import OurNumber, Profile, Standing
from models import CarrierSetup

KEY = "API key"  # the question whether it is taken


class LookedNumber(BaseModel):
    """A number of the account."""

    model_config = ConfigDict(frozen=True)

    e164: str
    has_voice: bool = True
    is_hijacked: bool = False
    voice_url: str = ""
    fallback_url: str = ""
    status_url: str = ""

    @classmethod
    def of(cls, number: OurNumber) -> Self:
        """As the carrier tells it."""
        return cls(
            e164=number.e164,
            has_voice=number.has_voice,
            is_hijacked=bool(number.hijacked_by),
            voice_url=number.setup.voice_url,
            fallback_url=number.setup.fallback_url,
            status_url=number.setup.status_url,
        )


class Looked(BaseModel):
    """Whatever the carrier did not say is None; `silent_at` is the question to which it gave no answer in time.

    `reached` says whether what the carrier would send arrives at this server.
    """

    model_config = ConfigDict(frozen=True)

    account_sid: str = ""
    refused: int | None = None
    silent_at: str = ""
    takes_key: bool | None = None
    standing: Standing | None = None
    is_trial: bool = False
    name: str = ""
    balance: str | None = None
    is_out_of_money: bool = False
    is_low: bool = False
    profile: Profile | None = None
    may_ring_home: bool | None = None
    beyond_home: tuple[str, ...] = ()
    numbers: tuple[LookedNumber, ...] | None = None
    verified: int | None = None
    reached: bool | None = None

    @property
    def lets_ring(self) -> bool:
        """Whether supporters can be rung, by what changes in days: a look may be ten minutes old."""
        return not self.is_trial and self.profile in {None, Profile.APPROVED}

    def after(self, before: Self) -> Self:
        """The same, and what was known before of all that the carrier was silent about."""
        told = {name: getattr(self, name) for name in self.model_fields_set}
        return before.model_copy(update={"refused": None, **told})

    def number(self, e164: str) -> LookedNumber | None:
        """One of its numbers."""
        return next((one for one in self.numbers or () if one.e164 == e164), None)


def keep_looked(session: Session, looked: Looked, now: datetime) -> None:
    """Keep it, in place of what was seen before; a carrier that is silent takes nothing back."""
    kept = kept_setup(session, lock=True)
    before = looked_of(kept, looked.account_sid)
    if looked.silent_at and before:
        looked = looked.after(before[0])
    kept.looked, kept.looked_at = looked.model_dump(mode="json"), now


def last_looked(session: Session, account_sid: str) -> tuple[Looked, datetime] | None:
    """What was seen last, and when; None where nobody looked yet, or at another account."""
    return looked_of(session.scalar(select(CarrierSetup)), account_sid)


def looked_of(kept: CarrierSetup | None, account_sid: str) -> tuple[Looked, datetime] | None:
    """The same, of a row that was read."""
    if kept is None or kept.looked is None or kept.looked_at is None:
        return None
    looked = Looked.model_validate(kept.looked)
    return (looked, kept.looked_at) if looked.account_sid == account_sid else None
