"""What happened to a call, in the order in which it did: all that statistics, webhooks and live pages go by."""

from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId
from models.call import CallStatus, EndReason, ReportedOutcome


class WhatHappened(StrEnum):
    """What happened to a call."""

    BEGUN = "begun"  # it was written down
    MOVED = "moved"  # from one status to another, or on to its next office
    FILLED_IN = "filled-in"  # it was over already: its seconds, what the line showed, or why it ended came late
    REPORTED = "reported"  # the supporter said what came of an office, or an organizer who knows better
    CORRECTED = "corrected"  # they said it once more
    TAKEN_BACK = "taken-back"  # an organizer no longer knows better: what the supporter said counts again


class EventSource(StrEnum):
    """Who or what it was known from."""

    PAGE = "page"  # the supporter, on our pages
    KEYPAD = "keypad"  # the supporter, on their phone: they dialed in, picked up, pressed a key
    CARRIER = "carrier"  # a report of the carrier's
    WORKER = "worker"  # a job of ours, which rang or gave up
    TEAM = "team"  # an organizer
    RECONCILED = "reconciled"  # the carrier was asked, or it was found out later


class CallEvent(Base):
    """One thing that happened to one call, kept in the statement that did it; never changed.

    Of one call the ids go up as things happen. Of several they need not: who reads by id alone comes back for what was
    committed late. `rank` is that of the office which it was about.
    """

    __tablename__ = "call_event"

    id: Mapped[RowId]
    call_id: Mapped[int] = mapped_column(BigInteger, index=True)  # written from its row, and not looked up again
    what: Mapped[WhatHappened]
    from_status: Mapped[CallStatus | None]
    to_status: Mapped[CallStatus | None]
    rank: Mapped[int] = mapped_column(SmallInteger)
    outcome: Mapped[ReportedOutcome | None]
    reason: Mapped[EndReason | None]
    source: Mapped[EventSource]
    at: Mapped[CreatedAt]

    __table_args__ = (
        CheckConstraint("(what IN ('begun', 'moved')) = (to_status IS NOT NULL)", name="leads_somewhere"),
        CheckConstraint("(what = 'moved') = (from_status IS NOT NULL)", name="moved_from_somewhere"),
        CheckConstraint("(what IN ('reported', 'corrected')) = (outcome IS NOT NULL)", name="report_has_outcome"),
    )
