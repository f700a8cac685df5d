"""One supporter's attempt to reach an office: where it is in its life, and what came of it."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, CreatedAt, RowId
from models.called_office import CalledOffice
from models.campaign import Campaign


class CallStatus(StrEnum):
    """Where a call is in its life. The last five are endings, in the carrier's own words."""

    SCHEDULED = "scheduled"  # the supporter is rung later, at a time that was agreed
    REQUESTED = "requested"  # written down; the ring job waits its turn
    DIALING = "dialing"  # the carrier has been asked to ring the supporter
    RINGING = "ringing"  # the supporter's phone rings
    ANSWERED = "answered"  # somebody picked up and hears who is calling
    ACCEPTED = "accepted"  # they pressed 1 and hear the script
    CONNECTING = "connecting"  # the office's phone rings
    TALKING = "talking"  # the supporter and the office are connected
    ASKING = "asking"  # the office has hung up; the supporter is asked how it went
    COMPLETED = "completed"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


S = CallStatus

# Which status may follow which at one office. Nothing follows an ending; steps may be skipped (callbacks get lost),
# never undone. A call that goes on to its next office begins again at ACCEPTED.
MAY_FOLLOW: dict[CallStatus, frozenset[CallStatus]] = {
    S.SCHEDULED: frozenset({S.REQUESTED, S.CANCELED, S.FAILED}),
    S.REQUESTED: frozenset({S.DIALING, S.CANCELED, S.FAILED}),
    S.DIALING: frozenset(S) - {S.SCHEDULED, S.REQUESTED, S.DIALING},
    S.RINGING: frozenset(S) - {S.SCHEDULED, S.REQUESTED, S.DIALING, S.RINGING},
    S.ANSWERED: frozenset({S.ACCEPTED, S.CONNECTING, S.TALKING, S.ASKING, S.COMPLETED, S.FAILED, S.CANCELED}),
    S.ACCEPTED: frozenset({S.CONNECTING, S.TALKING, S.ASKING, S.COMPLETED, S.FAILED, S.CANCELED}),
    S.CONNECTING: frozenset({S.TALKING, S.ASKING, S.COMPLETED, S.FAILED, S.CANCELED}),
    S.TALKING: frozenset({S.ASKING, S.COMPLETED, S.FAILED, S.CANCELED}),
    S.ASKING: frozenset({S.COMPLETED, S.FAILED, S.CANCELED}),
    **{ending: frozenset() for ending in (S.COMPLETED, S.BUSY, S.NO_ANSWER, S.FAILED, S.CANCELED)},
}
ENDINGS = frozenset(status for status, following in MAY_FOLLOW.items() if not following)
IN_FLIGHT = frozenset(S) - ENDINGS - {S.SCHEDULED}
# Whoever is in one of these has pressed 1.
AFTER_ONE = frozenset({S.ACCEPTED, S.CONNECTING, S.TALKING, S.ASKING})

# While a call is so, it takes up the office line that it holds: until the office has hung up.
HOLDING = frozenset({S.DIALING, S.RINGING, S.ANSWERED, S.ACCEPTED, S.CONNECTING, S.TALKING})


def may_come_before(status: CallStatus) -> frozenset[CallStatus]:
    """The statuses from which a call may move to `status`: the WHERE clause of every status change."""
    return frozenset(before for before, following in MAY_FOLLOW.items() if status in following)


class LineOutcome(StrEnum):
    """What the office's line showed. Answered says that something picked up: a person or a machine."""

    ANSWERED = "answered"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


class ReportedOutcome(StrEnum):
    """What the supporter says came of it, in the words this field uses for its reports; the best first."""

    CONTACT = "contact"
    VOICEMAIL = "voicemail"
    WROTE = "wrote"  # in place of a call
    UNAVAILABLE = "unavailable"
    MAILBOX_FULL = "mailbox-full"
    WRONG_NUMBER = "wrong-number"
    SKIP = "skip"


class ReportSource(StrEnum):
    """How we know what came of it; what a later one of these says counts before what an earlier one does."""

    KEYPAD = "keypad"
    PAGE = "page"
    ORGANIZER = "organizer"  # who knows better, and says why


class CallSource(StrEnum):
    """How a call began."""

    WEB = "web"
    HOTLINE = "hotline"
    CALL_BACK = "call-back"  # we ring a number whose caller ID asked for peace, to hear that from its owner
    FORGETTING = "forgetting"  # the same where it was asked that we forget it
    OWN_PHONE = "own-phone"  # the supporter called on their own phone, or wrote instead, and told us afterwards


THROUGH_US = (CallSource.WEB, CallSource.HOTLINE)
TO_ITS_OWNER = (CallSource.CALL_BACK, CallSource.FORGETTING)  # rung to hear from whoever has the number what they want


class EndReason(StrEnum):
    """Why a call ended where that is not plain from its status: kept apart, so that status stays a lifecycle."""

    NO_KEY = "no-key"  # not reached: a machine, a phone that screens, or somebody picked up, and none pressed 1
    REFUSED = "refused"  # key 9: this number is never called again
    NEVER_RUNG = "never-rung"  # it became known, after this was agreed on, that the number is no supporter's
    CANCELED_ON_PAGE = "canceled-on-page"
    CANCELED_BY_PHONE = "canceled-by-phone"
    CARRIER_REFUSED = "carrier-refused"  # the carrier will not ring this number
    REFUSED_TO_US = "refused-to-us"  # the carrier rings nobody for us: our account, our number, our permissions
    CARRIER_UNREACHABLE = "carrier-unreachable"
    CAMPAIGN_NOT_LIVE = "campaign-not-live"
    WAITED_TOO_LONG = "waited-too-long"  # nobody rings at midnight a supporter who asked at noon
    QUIET_HOURS = "quiet-hours"  # it had become night before its turn came
    WAVE_OVER = "wave-over"  # on a day of action: its office is called at another hour
    OFFICE_HAD_ENOUGH = "office-had-enough"  # it is called so often a day, since it complained
    OUT_OF_BUDGET = "out-of-budget"  # what the campaign may cost was spent before its turn came
    HELD = "held"  # nobody was rung when its turn came: safe mode, or something was odd
    ENDED_BY_TEAM = "ended-by-team"  # somebody of the team, who said why
    LOST = "lost"  # the carrier knows nothing of this call
    EXPIRED = "expired"  # the office could not be called at the time that was agreed, nor hours after
    NOBODY_THERE = "nobody-there"  # whoever was to be reached at the agreed time left their seat, and nobody followed
    NUMBER_BUSY = "number-busy"  # at the agreed time another call to this number was under way
    RUNG_OFTEN = "rung-often"  # its number was rung as often as one may be, by whatever campaigns
    AGREED_TWICE = "agreed-twice"  # its number was to be rung at an earlier time: one time is agreed on, and no more
    NUMBER_GONE = "number-gone"  # the key that its number was kept by is lost
    CAMPAIGN_HAD_ENOUGH = "campaign-had-enough"  # the campaign rang as many phones as it may in a day


_PHASES = ",".join(status for status in S if status not in IN_FLIGHT)
# As PostgreSQL tells it, for whom the two are compared.
_PHASE_SQL = f"CASE WHEN status::text = ANY ('{{{_PHASES}}}'::text[]) THEN status ELSE NULL::character varying END"

_NEWEST_FIRST = (text("created_at DESC"), text("id DESC"))
_LONGEST_FIRST = (text("talk_seconds DESC"), text("id DESC"))
# An update is cheap where no index speaks of what it changes (HOT), so none speaks of the status, or since when it is.
_ROOM_FOR_CHANGES = {"fillfactor": 70}

TELLS_ALL_WITHIN = timedelta(minutes=5)  # the carrier, after a call's end
_ENDED, _WAITING = text("ended_at IS NOT NULL"), text("waits_for IS NOT NULL AND ended_at IS NULL")
_SHOWN, _SAID = text("line_outcome IS NOT NULL"), text("reported_outcome IS NOT NULL")
_INCOMPLETE = text(
    "NOT is_told AND (ring_seconds IS NULL OR talk_seconds IS NULL OR total_seconds IS NULL)"
    " AND ended_at IS NOT NULL AND source <> 'own-phone'"
)
_KNOWN = text("phone_hash IS NOT NULL AND ended_at IS NOT NULL")
_BY_THEMSELVES, _OF_A_ROOM = text("source = 'own-phone'"), text("phone_bank_id IS NOT NULL")
_WE_RING = "(source <> 'hotline' OR ring_at IS NOT NULL)"  # others dialed in, and were not rung
_AGREED = text("phase = 'scheduled' AND NOT rehearsal")


class Call(Base):
    """One call. The supporter's number is there only encrypted and as a keyed hash, and can be erased.

    One on an own phone is over when it is written down: all that is known of it is what its supporter reported.

    Outcomes and seconds here are those of the whole call: the best of its offices, the sum of its talks. The `phase` is
    that it is scheduled, or how it ended, and none while it is in flight: the status by which indexes go.
    """

    __tablename__ = "call"

    id: Mapped[RowId]
    created_at: Mapped[CreatedAt]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    campaign_version: Mapped[int]
    source: Mapped[CallSource]
    rehearsal: Mapped[bool] = mapped_column(server_default="false")
    form_nonce: Mapped[str | None] = mapped_column(String(32), unique=True)
    phone_bank_id: Mapped[int | None] = mapped_column(ForeignKey("phone_bank.id"))  # the room it came from
    came_from: Mapped[str] = mapped_column(String(40), server_default="")  # as the address said that was sent round
    phone_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    agreed_in: Mapped[str | None] = mapped_column(String(32))  # the words that are agreed to once 1 is pressed
    withheld: Mapped[bool] = mapped_column(server_default="false")  # whoever dialed in showed no number of their own
    town: Mapped[str] = mapped_column(String(60), server_default="")  # empty until a caller has said it
    language: Mapped[str] = mapped_column(String(8), server_default="en")  # what the phone speaks
    more_time: Mapped[bool] = mapped_column(server_default="false")  # we wait for longer; forgotten as it ends
    heard: Mapped[dict[str, object] | None] = mapped_column(JSONB)  # of where a caller lives, until it decides
    office_at: Mapped[int] = mapped_column(server_default="0")  # the rank of the office it has come to
    status: Mapped[CallStatus]
    status_since: Mapped[CreatedAt]
    phase: Mapped[CallStatus | None] = mapped_column(Computed(_PHASE_SQL))
    waits_for: Mapped[str | None] = mapped_column(String(16))  # the number in whose line the call stands …
    waits_since: Mapped[datetime | None]  # … and since when: first come, first served
    holds_line: Mapped[str | None] = mapped_column(String(16))  # the number that it may ring, or talks with
    ring_at: Mapped[datetime | None]  # when a scheduled call is due, …
    ring_until: Mapped[datetime | None]  # … and until when it, or one that waits, may be rung
    end_reason: Mapped[EndReason | None]
    line_outcome: Mapped[LineOutcome | None]
    reported_outcome: Mapped[ReportedOutcome | None]
    reported_source: Mapped[ReportSource | None]
    ring_seconds: Mapped[int | None]
    talk_seconds: Mapped[int | None]
    total_seconds: Mapped[int | None]
    ended_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]  # when the carrier was last asked what became of it
    is_told: Mapped[bool] = mapped_column(server_default="false")  # answered when all could be known
    is_coarse: Mapped[bool] = mapped_column(server_default="false")  # so old that town and times are less exact

    campaign: Mapped[Campaign] = relationship()
    offices: Mapped[list[CalledOffice]] = relationship(order_by=CalledOffice.rank)

    __table_args__ = (
        CheckConstraint("(coalesce(phase, 'scheduled') = 'scheduled') = (ended_at IS NULL)", name="ended_has_time"),
        CheckConstraint("more_time <= (ended_at IS NULL)", name="more_time_forgotten"),
        CheckConstraint("(reported_outcome IS NULL) = (reported_source IS NULL)", name="report_has_source"),
        CheckConstraint("least(ring_seconds, talk_seconds, total_seconds) >= 0", name="seconds_not_negative"),
        Index("ix_call_log", *_NEWEST_FIRST),
        Index("ix_call_campaign_log", "campaign_id", *_NEWEST_FIRST),
        # The same by what came of them: a word of which there are few calls, or none, is found as fast as any other.
        Index("ix_call_line_log", "campaign_id", "line_outcome", *_NEWEST_FIRST, postgresql_where=_SHOWN),
        Index("ix_call_said_log", "campaign_id", "reported_outcome", *_NEWEST_FIRST, postgresql_where=_SAID),
        Index("ix_call_own_phone_log", "campaign_id", *_NEWEST_FIRST, postgresql_where=_BY_THEMSELVES),
        Index("ix_call_phone_bank_log", "phone_bank_id", *_NEWEST_FIRST, postgresql_where=_OF_A_ROOM),
        Index("ix_call_talk_log", "campaign_id", *_LONGEST_FIRST, postgresql_where=text("talk_seconds > 0")),
        Index("ix_call_ended_log", "campaign_id", "phase", *_NEWEST_FIRST, postgresql_where=_ENDED),
        Index(
            "uq_call_in_flight",
            "phone_hash",
            unique=True,
            postgresql_where=text(f"phase IS NULL AND NOT rehearsal AND {_WE_RING}"),
        ),
        Index("uq_call_agreed", "phone_hash", unique=True, postgresql_where=_AGREED),
        # Whatever looks for calls under way looks here: however long the log, these hold those few alone.
        Index("ix_call_live_number", "phone_hash", postgresql_where=text("ended_at IS NULL")),
        Index("ix_call_known_number", "phone_hash", postgresql_where=_KNOWN),
        Index("ix_call_waiting", "waits_for", "waits_since", postgresql_where=_WAITING),
        Index("ix_call_holding", "holds_line", postgresql_where=text("holds_line IS NOT NULL")),
        Index("ix_call_scheduled", "ring_at", postgresql_where=text("ring_at IS NOT NULL AND ended_at IS NULL")),
        # What is to be forgotten is found here, and gone from here once it is.
        Index("ix_call_number_kept", "ended_at", postgresql_where=text("phone_encrypted IS NOT NULL")),
        Index("ix_call_exact", "created_at", postgresql_where=text("NOT is_coarse")),
        Index("ix_call_incomplete", "ended_at", postgresql_where=_INCOMPLETE),
        CheckConstraint("(status = 'scheduled') <= (ring_at <= ring_until)", name="scheduled_has_time"),
        CheckConstraint("(waits_for IS NULL) = (waits_since IS NULL)", name="waits_since_when"),
        CheckConstraint(
            "source <> 'own-phone' OR num_nonnulls("
            "line_outcome, phone_hash, phone_encrypted, ring_seconds, talk_seconds, total_seconds) = 0",
            name="own_phone_claims_nothing",
        ),
        {"postgresql_with": _ROOM_FOR_CHANGES},
    )
