"""How often something was done lately that may only be done so often."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import DateTime, LargeBinary
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Limited(StrEnum):
    """What is limited. The value is part of each hash as well: a row tells nothing about the rows of another limit."""

    HOTLINE = "hotline-limit"  # calls of one number to it
    CALL_BACK = "call-back"  # of one number, to hear from its owner that it is never to be called
    FORGETTING = "forgetting"  # the same, to hear that we are to forget it
    FORGETTING_VISITOR = "forgetting-visitor"  # asked for by one visitor, of whatever numbers
    OWN_PHONE = "own-phone-pages"  # that may report, of one visitor
    CODES = "code-tries"  # of one number, or of all those without
    SIGN_IN = "sign-in"  # tries under one name
    RESET_LETTER = "reset-letter"  # to one address
    RESET_VISITOR = "reset-visitor"  # asked for by one visitor, to whatever addresses
    SIGN_IN_DEVICE = "sign-in-device"  # tries under one name on a device where it signed in before
    SIGN_IN_VISITOR = "sign-in-visitor"  # tries of one visitor, under whatever names
    SIGN_IN_TOLD = "sign-in-told"  # failed tries under one name that are written into the audit log
    SECOND_FACTOR = "second-factor"  # codes of one organizer, within a minute
    ROOM_CODES = "room-codes"  # wrong codes of phone banks, of one visitor
    PAGES = "pages-kept"  # of one visitor: what they typed, while they are asked more
    SPAM = "called-spam"  # said of one call
    MAILBOX = "mailbox"  # word that an office's mailbox is full, by whomever
    MAILBOX_CALLER = "mailbox-caller"  # the same by one caller
    REFUSED_NUMBERS = "refused-numbers"  # of one visitor: numbers that nobody is rung at
    BLOCKED_NUMBERS = "blocked-numbers"  # that an organizer asks about
    TEST_CALLS = "test-calls"  # to an organizer's own phone
    SECOND_FACTOR_HOUR = "second-factor-hour"  # the same, within an hour


class RateLimit(Base):
    """When something limited was last done by somebody, known as a keyed hash: no more times than the limit needs."""

    __tablename__ = "rate_limit"

    purpose: Mapped[Limited] = mapped_column(primary_key=True)
    who_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    recent: Mapped[list[datetime]] = mapped_column(ARRAY(DateTime(timezone=True)))  # the newest first
    over_at: Mapped[datetime] = mapped_column(index=True)  # from then on it counts for nothing
