"""How a call is going, for the supporter's page: one statement, and no telephone number of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Label, Select, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from app.calls.later.bookings import Booking, is_booked_in
from app.calls.queue.agreed import is_asked
from app.calls.run.found_out import is_being_found_out
from app.calls.run.untold import is_untold
from app.calls.shown.call import CallFacts, OfficeFacts, call_of, select_call
from app.limits.pauses import Pause, longest_pause, pause_in
from app.limits.placing import WhyNotRing, not_placed, why_not_placed
from app.representatives.roster.emails import EMAIL, is_corrected
from app.store.once import Once, Row
from app.store.rows import by_name
from models import (
    AFTER_ONE,
    ENDINGS,
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CallStatus,
    Campaign,
    CampaignState,
    EmailCorrection,
    EndReason,
    Leg,
    LegRole,
    LineOutcome,
    ReportedOutcome,
)

NOT_REACHED = frozenset({LineOutcome.BUSY, LineOutcome.NO_ANSWER, LineOutcome.FAILED})


@dataclass(frozen=True)
class Progress:
    """A call as its supporter follows it. `talking_since` is the carrier's time; `talk_seconds` come at the end.

    `ring_at` is when it is rung, where that was agreed, `ring_until` until when, `waits_since` its place in the line;
    `campaign_state` says whether its campaign rings anybody now, `pause` for what the carrier does not, `not_placed`
    why nobody is rung whatever the campaign. `booked` is another that was agreed on in this one. Where `is_untold` the
    carrier did not say whether it rings them. `rang_at` is when it was asked to; `has_pressed_one` says that whoever
    picked up went on, whom the page may tell everything. `read_at` is the
    database's time, by which it kept those. Where `is_being_found_out` the carrier is asked what became of it.
    """

    call: CallFacts
    source: CallSource
    created_at: datetime
    ended_at: datetime | None
    end_reason: EndReason | None
    reported_outcome: ReportedOutcome | None
    talk_seconds: int | None
    ring_at: datetime | None
    ring_until: datetime | None
    waits_since: datetime | None
    campaign_state: CampaignState
    talking_since: datetime | None
    booked: Booking | None
    pause: Pause | None
    not_placed: WhyNotRing | None
    is_untold: bool
    rang_at: datetime | None
    read_at: datetime
    has_pressed_one: bool
    is_being_found_out: bool

    @property
    def ended(self) -> bool:
        """Whether the call is over."""
        return self.call.status in ENDINGS

    @property
    def over_since(self) -> datetime | None:
        """Since when it is over, None while it is not; one that was canceled before its time would have been then."""
        return max(filter(None, (self.ended_at, self.ring_at))) if self.ended_at else None

    def asks_to_wait_on(self, now: datetime) -> bool:
        """Whether their supporter is asked to keep the place: "now" is over, and it was not their turn."""
        return self.call.status is CallStatus.REQUESTED and is_asked(self.ring_until, self.waits_since, now)

    @property
    def waits_in_vain(self) -> bool:
        """Whether it waits to be rung, and nobody rings just now. A rehearsal brings its own worker."""
        is_waiting = self.call.status is CallStatus.REQUESTED and not self.call.rehearsal
        return is_waiting and self.not_placed is WhyNotRing.NO_WORKER

    @property
    def may_ring_soon(self) -> bool:
        """Whether their office was not reached, and the number is still known on which somebody pressed 1."""
        is_known = self.source is CallSource.WEB and self.call.phone_encrypted is not None and self.has_pressed_one
        return self.ended and is_known and self.booked is None and self.call.line_outcome in NOT_REACHED

    @property
    def answered(self) -> tuple[OfficeFacts, ...]:
        """The offices that were on the line: somebody there, or a machine."""
        return tuple(office for office in self.reached if office.line_outcome is LineOutcome.ANSWERED)

    @property
    def reached(self) -> tuple[OfficeFacts, ...]:
        """The offices whose phone was rung, one an office holder: the line that was tried last."""
        last = {office.nth: office for office in self.call.offices if office.line_outcome}
        return tuple(last.values())


def progress_of(session: Session, call_id: int) -> Progress | None:
    """The call with this id, if there is one."""
    rows = _READ.rows(session, call_id=call_id)
    if not rows:
        return None
    first = rows[0]
    changing = {"pause": pause_in(first), "not_placed": why_not_placed(first["why_not"])}
    return by_name(Progress, first, call=call_of(rows), booked=_booked(rows), **changing)


def _booked(rows: Sequence[Row]) -> Booking | None:
    """The call that was agreed on in this one, the next of them."""
    booked = [Booking(row["booked_id"], row["booked_at"]) for row in rows if row["booked_id"]]
    return min(booked, key=lambda it: it.ring_at, default=None)


def _select_progress() -> Select[*tuple[object, ...]]:
    talking_since = (
        select(func.max(Leg.answered_at))
        .join(CalledOffice)
        .where(Leg.call_id == Call.id, Leg.role == LegRole.OFFICE, CalledOffice.rank == Call.office_at)
        .scalar_subquery()
        .label("talking_since")
    )
    of_call = (Call.created_at, Call.ended_at, Call.end_reason, Call.reported_outcome, Call.talk_seconds)
    times = (Call.ring_at, Call.ring_until, Call.waits_since)
    state = select(Campaign.state).where(Campaign.id == Call.campaign_id).scalar_subquery().label("campaign_state")
    later = aliased(Call)
    booked = (later.id.label("booked_id"), later.ring_at.label("booked_at"))
    return (
        select_call()
        .outerjoin(later, is_booked_in(later))
        .outerjoin(EmailCorrection, is_corrected())
        .outerjoin(_PAUSE, true())
        .add_columns(*of_call, *times, state, talking_since, *booked, EMAIL, *_PAUSE.c, _WHY_NOT, _UNTOLD)
        .add_columns(_rang_at(), func.now().label("read_at"), has_pressed_one(), _FOUND_OUT)
    )


def _rang_at() -> Label[datetime]:
    asked = (CallEvent.call_id == Call.id, CallEvent.to_status == CallStatus.DIALING)
    return select(func.min(CallEvent.at)).where(*asked).scalar_subquery().label("rang_at")


def has_pressed_one() -> Label[bool]:
    """Whether it ever came so far. Steps may be skipped, where reports were lost."""
    # One row is enough, and looked up call by call: as "exists" a plan may gather those of all calls first.
    went_on = select(CallEvent.id).where(CallEvent.call_id == Call.id, CallEvent.to_status.in_(AFTER_ONE)).limit(1)
    return or_(Call.status.in_(AFTER_ONE), went_on.scalar_subquery().is_not(None)).label("has_pressed_one")


_PAUSE = longest_pause(Call.campaign_id)
_WHY_NOT = not_placed(Call.campaign_id)
_UNTOLD = is_untold().label("is_untold")
_FOUND_OUT = is_being_found_out().label("is_being_found_out")
_READ = Once(_select_progress)
