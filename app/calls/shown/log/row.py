"""One call as the log has it: its facts, the offices it reached for, and what is shown of its number."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.calls.shown.kinds import REPORTED_KINDS, Kind, kind_of
from app.guard.phone_numbers import masked
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import number_of
from app.telephony.outcomes import LINE_OUTCOME
from models import (
    CallSource,
    CallStatus,
    EndReason,
    LegStatus,
    LineKind,
    LineOutcome,
    PassedOver,
    ReportedOutcome,
    ReportSource,
    Stance,
    Wording,
)


@dataclass(frozen=True)
class LogOffice:
    """One office that a call reached for; `representative` is None for a vacant seat."""

    rank: int
    nth: int
    representative: str | None
    district: str
    how_found: str
    line_kind: LineKind | None
    wording: Wording
    passed_over: PassedOver | None
    leg_status: LegStatus | None
    reported_outcome: ReportedOutcome | None
    reported_source: ReportSource | None = None
    stance: Stance | None = None

    @property
    def is_corrected(self) -> bool:
        """Whether an organizer knows better what came of it."""
        return self.reported_source is ReportSource.ORGANIZER

    @property
    def line_outcome(self) -> LineOutcome | None:
        """How the line answered, None where it was not rung."""
        return LINE_OUTCOME.get(self.leg_status) if self.leg_status else None

    @property
    def was_tried(self) -> bool:
        """Whether we rang it, or something was told of it."""
        return self.leg_status is not None or self.reported_outcome is not None

    @property
    def was_meant(self) -> bool:
        """Whether the call was to reach it, or a letter did though we have no number of it."""
        return self.was_tried or not self.passed_over


@dataclass(frozen=True)
class LogRow:
    """One call as the log shows it, with the offices it reached for."""

    id: int
    campaign_id: int
    created_at: datetime
    ended_at: datetime | None
    source: CallSource
    rehearsal: bool
    campaign: str
    town: str
    status: CallStatus
    end_reason: EndReason | None
    line_outcome: LineOutcome | None
    reported_outcome: ReportedOutcome | None
    reported_source: ReportSource | None
    ring_seconds: int | None
    talk_seconds: int | None
    total_seconds: int | None
    phone_encrypted: bytes | None
    room: str | None
    pressed_one: bool
    language: str = "en"
    cost: Decimal | None = None
    cost_is_estimate: bool | None = None
    is_coarse: bool = False  # so old that of its times no more than the day is known
    offices: tuple[LogOffice, ...] = ()

    @property
    def kind(self) -> Kind:
        """How the offices were reached for."""
        return kind_of(self.source, self.reported_outcome)

    @property
    def is_corrected(self) -> bool:
        """Whether an organizer knows better what came of it."""
        return self.reported_source is ReportSource.ORGANIZER

    @property
    def is_by_our_lines(self) -> bool:
        """Whether we rang anybody, so that there is something to tell of lines."""
        return self.kind not in REPORTED_KINDS

    @property
    def has_no_office(self) -> bool:
        """Whether there was nobody to ring, though it is known whose turn it was."""
        return bool(self.offices) and all(office.passed_over for office in self.offices)

    @property
    def tried(self) -> tuple[LogOffice, ...]:
        """The offices that were rung, or called as was told; before any was, the one that comes first."""
        rung = tuple(office for office in self.offices if office.was_tried)
        callable_ones = tuple(office for office in self.offices if not office.passed_over)
        return rung or callable_ones[:1] or self.offices

    @property
    def worth_telling(self) -> tuple[LogOffice, ...]:
        """Every office holder once, by the lines that were rung, or by their best line where none was."""
        rung = {office.nth for office in self.tried if office.was_tried}
        first = {office.nth: office.rank for office in reversed(self.offices)}
        return tuple(it for it in self.offices if it.was_tried or (it.nth not in rung and it.rank == first[it.nth]))

    def phone(self, vault: PhoneVault) -> str:
        """The supporter's number, of which only the last two digits are shown."""
        if self.phone_encrypted is None:
            return "erased" if self.is_by_our_lines else "not asked for"
        number = number_of(vault, self.phone_encrypted)
        return "unreadable" if number is None else masked(number)  # its key is gone
