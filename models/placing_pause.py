"""Why nobody is rung just now: what the carrier refused because of us, or could not do."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Concerns(StrEnum):
    """How far a refusal reaches."""

    ACCOUNT = "account"  # nobody can be rung
    CAMPAIGN = "campaign"  # nobody by this campaign: `about` is its id
    CARRIER = "carrier"  # nobody, for a while: the carrier itself is in trouble
    NUMBER = "number"  # one number alone: `about` is its keyed hash


class PlacingPause(Base):
    """One cause for which the carrier refuses; a few rows at most, gone once a ring is taken.

    `code` is the carrier's, 0 where it gave none; `misses` counts refusals one after the other, since a cure. Nobody is
    rung `until` then; empty, until a check finds the cause gone, which it did at `cured_at`.
    """

    __tablename__ = "placing_pause"

    concerns: Mapped[Concerns] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[int]
    misses: Mapped[int] = mapped_column(SmallInteger)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    cured_at: Mapped[datetime | None]
