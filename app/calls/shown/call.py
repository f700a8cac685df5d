"""The call that somebody holds in their hand right now, with the offices it reaches for: read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import BigInteger, Connection, Select, and_, any_, case, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.calls.begin.join import ShownPage
from app.calls.hours.action_days import days_at
from app.calls.later.bookings import Booking
from app.calls.life.newest_leg import office_leg_status
from app.calls.life.status import CallState, KnownState
from app.campaigns.action.day import ActionDays
from app.campaigns.in_force import CampaignWords, campaign_words
from app.limits.holds.standing import is_flooded
from app.representatives import RosterStamp
from app.representatives.titles import title_of
from app.store.once import Once, Row, param
from app.store.rows import by_name, with_changed
from app.telephony.outcomes import LINE_OUTCOME
from models import (
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    Campaign,
    Chamber,
    District,
    LegStatus,
    LineKind,
    LineOutcome,
    MadeOffice,
    OfficeHolder,
    OfficeLine,
    PassedOver,
    Wording,
)
from voice_flows.names import Titled

NO_TIME = timedelta()


@dataclass(frozen=True)
class OfficeFacts:
    """One office of a call. `holder` is None for a vacant seat; an office that is passed over has no number.

    One may be `held_back` after the call began. `titles` are those of an office made by hand, which is of no `chamber`.
    `email` is the office's address, empty unless it was asked for.
    """

    rank: int
    nth: int
    chamber: Chamber | None
    titles: Mapping[str, str] | None
    district: str
    geoid: str
    party: str | None
    how_found: str
    wording: Wording
    passed_over: PassedOver | None
    held_back: bool
    kind: LineKind | None
    holder: str | None
    line_id: int | None
    number: str | None
    extension: str | None
    leg_status: LegStatus | None
    email: str = ""

    @property
    def representative(self) -> Titled:
        """Title and name, as one addresses them; the district where nobody sits."""
        if self.holder:
            return Titled(self.holder, title_of(self.chamber, self.titles))
        return Titled(self.district, is_district=self.chamber is not None)

    @property
    def line_outcome(self) -> LineOutcome | None:
        """How the line answered, None before it was rung."""
        return LINE_OUTCOME.get(self.leg_status) if self.leg_status else None


@dataclass(frozen=True)
class CallFacts:
    """What the phone and the page need to know of a call; `at` is the rank of the office it has come to.

    It began in one version of the campaign, and goes by what holds at once of the newest. `version` is another one
    after every change; `roster` is which one was in force, `bookings` the calls that were
    agreed on with the number of whoever dialed in, `page` that which shows the code they keyed: read only if asked for.
    `agreed_in` names the words to which 1 agrees, None where we rang nobody. `lasted` is for how long somebody who
    dialed in was on the phone, at the time when it was read.
    """

    id: int
    campaign_id: int
    campaign_version: int
    newest_version: int
    source: CallSource
    status: CallStatus
    town: str
    language: str
    rehearsal: bool
    more_time: bool
    heard: Mapping[str, object] | None
    holds_line: str | None
    at: int
    phone_encrypted: bytes | None
    agreed_in: str | None
    line_outcome: LineOutcome | None
    lasted: timedelta | None
    every_office: tuple[OfficeFacts, ...]
    read_at: datetime | None = None
    version: str | None = None
    roster: RosterStamp | None = None
    bookings: tuple[Booking, ...] = ()
    page: ShownPage | None = None

    def lasts(self, now: datetime) -> timedelta:
        """For how long somebody is on the phone who dialed in: what the database said, and the time since."""
        since = now - self.read_at if self.read_at else NO_TIME
        return self.lasted + since if self.lasted is not None else NO_TIME

    @cached_property
    def offices(self) -> tuple[OfficeFacts, ...]:
        """The offices that can be rung, in their order."""
        return tuple(office for office in self.every_office if not office.passed_over)

    @cached_property
    def passed_over(self) -> tuple[OfficeFacts, ...]:
        """The offices whose turn it would be, if anybody could be rung there."""
        return tuple(office for office in self.every_office if office.passed_over)

    @property
    def office(self) -> OfficeFacts:
        """The office that the call has come to: the first before any was rung.

        Raises:
            LookupError: whoever dialed in has not said yet where they live.
        """
        office = self.office_at(self.at)
        if office is None:
            raise LookupError("this call has no office yet")
        return office

    def office_at(self, rank: int) -> OfficeFacts | None:
        """The office at this rank, or the first after it where that one is passed over; None before any is known."""
        return next(
            (office for office in self.offices if office.rank >= rank), self.offices[-1] if self.offices else None
        )

    def other_line(self, rank: int) -> OfficeFacts | None:
        """The next line of the same office holder."""
        here = self.office_at(rank)
        return next((it for it in self.offices if here and it.nth == here.nth and it.rank > here.rank), None)

    def next_office(self, rank: int) -> OfficeFacts | None:
        """The next office holder."""
        here = self.office_at(rank)
        return next((it for it in self.offices if here and it.nth > here.nth), None)

    def holders(self) -> tuple[int, ...]:
        """The numbers of the office holders who can be rung, in their order."""
        return tuple(dict.fromkeys(office.nth for office in self.offices))

    def left_as(self, state: CallState) -> "CallFacts":
        """This call after it was changed: of a version that is known where nothing else can have changed."""
        if not isinstance(state, KnownState):
            return replace(self, version=None)
        changed = {"status": state.status, "at": state.at, "line_outcome": state.line_outcome}
        return with_changed(self, **changed, version=state.version)

    @property
    def was_placed(self) -> bool:
        """Whether we rang: then whoever is on the phone answers at its number, and does not only claim it.

        So it is where somebody who had dialed in is rung at a time that was agreed on.
        """
        return self.source is not CallSource.HOTLINE or self.agreed_in is not None

    def words(self, session: Session | Connection) -> CampaignWords:
        """The words with which it began, beside what holds at once; as a rule from memory."""
        return campaign_words(session, self.campaign_id, self.campaign_version, self.newest_version)

    def action(self, session: Session | Connection) -> ActionDays:
        """The campaign's days of action, as a rule from memory."""
        return days_at(session, self.campaign_id, self.newest_version)


_ITS = aliased(Campaign)  # so that whoever asks for more of the campaign beside this may name it

_DIALED_IN = and_(Call.source == CallSource.HOTLINE, Call.ring_at.is_(None))

# As `CallFacts` and `OfficeFacts` name them.
_CALL = (
    Call.id,
    Call.campaign_id,
    Call.campaign_version,
    _ITS.version.label("newest_version"),
    Call.source,
    Call.status,
    Call.town,
    Call.language,
    Call.rehearsal,
    Call.more_time,
    Call.heard,
    Call.holds_line,
    Call.office_at.label("at"),
    Call.phone_encrypted,
    Call.agreed_in,
    Call.line_outcome,
    case((_DIALED_IN, func.now() - Call.created_at)).label("lasted"),
)
_OFFICE = (
    CalledOffice.rank,
    CalledOffice.nth,
    District.chamber,
    MadeOffice.titles,
    District.name.label("district"),
    CalledOffice.district_geoid.label("geoid"),
    OfficeHolder.party,
    CalledOffice.how_found,
    CalledOffice.wording,
    CalledOffice.passed_over,
    or_(
        func.coalesce(CalledOffice.office_holder_id == any_(_ITS.held_back), false()),
        is_flooded(CalledOffice.district_geoid),
    ).label("held_back"),
    CalledOffice.line_kind.label("kind"),
    OfficeHolder.name.label("holder"),
    OfficeLine.id.label("line_id"),
    OfficeLine.e164.label("number"),
    OfficeLine.extension,
    office_leg_status().label("leg_status"),
)


def read_call(session: Session, call_id: int) -> CallFacts | None:
    """The call with this id, if there is one."""
    rows = _READ.rows(session, call_id=call_id)
    return call_of(rows) if rows else None


def select_call() -> Select[*tuple[object, ...]]:
    """A row for each office of the call `call_id`, for `call_of`; one without an office where it has none yet."""
    return (
        select(*_CALL, *_OFFICE)
        .join(_ITS, _ITS.id == Call.campaign_id)
        .outerjoin(CalledOffice, CalledOffice.call_id == Call.id)
        .outerjoin(District, CalledOffice.district_geoid == District.geoid)
        .outerjoin(MadeOffice, CalledOffice.district_geoid == MadeOffice.district_geoid)
        .outerjoin(OfficeHolder, CalledOffice.office_holder_id == OfficeHolder.id)
        .outerjoin(OfficeLine, CalledOffice.office_line_id == OfficeLine.id)
        .where(Call.id == param("call_id", BigInteger))
        .order_by(CalledOffice.rank)
    )


def call_of(rows: Sequence[Row], **others: object) -> CallFacts:
    """The call of these rows, of which there is one at least; `others` are what was asked for beside it."""
    offices = tuple(by_name(OfficeFacts, row) for row in rows if row["rank"] is not None)
    return by_name(CallFacts, rows[0], every_office=offices, **others)


_READ = Once(select_call)
