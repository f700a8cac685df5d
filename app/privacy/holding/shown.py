"""What pages tell of legal holds: those that stand, those that are over, and what is overdue once one ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import as_listed
from app.privacy.forget.notes import NOTE_IS_DUE
from app.privacy.forget.numbers import NUMBER_IS_DUE
from app.privacy.forget.times import A_CALL, EXACT, NOTE, NUMBER_OF_A_CALL
from app.store.rows import by_name
from models import AskedWhileHeld, Call, CalledOffice, Campaign, CampaignState, Edition, Feedback, LegalHold

MOST_SHOWN = 100


@dataclass(frozen=True)
class Standing:
    """A hold as everybody of a team may know it: of which campaign, and until when."""

    id: int
    campaign_id: int
    version: int
    subject: str
    until: date


def standing_of(
    session: Session, theirs: frozenset[int] | None, *, campaign_id: int | None = None, call_id: int | None = None
) -> Sequence[Standing]:
    """Those of a campaign, or of that of a call, or of all, as far as these are `theirs`: None is everybody's."""
    which: list[ColumnElement[bool]] = [LegalHold.ended_at.is_(None)]
    if theirs is not None:
        which.append(LegalHold.campaign_id.in_(theirs))
    if campaign_id is not None:
        which.append(LegalHold.campaign_id == campaign_id)
    if call_id is not None:
        which.append(LegalHold.campaign_id == select(Call.campaign_id).where(Call.id == call_id).scalar_subquery())
    return _standing(session, which)


def publicly_standing(session: Session) -> Sequence[Standing]:
    """Those of campaigns that anybody can know of."""
    return _standing(session, [LegalHold.ended_at.is_(None), Campaign.state != CampaignState.DRAFT])


def _standing(session: Session, which: Sequence[ColumnElement[bool]]) -> Sequence[Standing]:
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    told = select(LegalHold.id, LegalHold.campaign_id, Campaign.version, subject, LegalHold.until)
    held = told.join(Campaign, Campaign.id == LegalHold.campaign_id)
    rows = session.execute(held.where(*which).order_by(LegalHold.until, LegalHold.id)).mappings()
    return [by_name(Standing, row) for row in rows]


def ended_holds(session: Session) -> Sequence[LegalHold]:
    """Those that are over, the newest first."""
    over = select(LegalHold).where(LegalHold.ended_at.is_not(None))
    return session.scalars(over.order_by(LegalHold.ended_at.desc()).limit(MOST_SHOWN)).all()


@dataclass(frozen=True)
class Overdue:
    """How much of a campaign's calls is forgotten once its hold is over; of the calls of `exact` their exactness."""

    numbers: int
    notes: int
    exact: int
    calls: int
    asked: int

    @property
    def is_anything(self) -> bool:
        """Whether there is any of it."""
        return any((self.numbers, self.notes, self.exact, self.calls, self.asked))


def overdue(session: Session, campaign_id: int, now: datetime) -> Overdue:
    """Counted by the rules by which it is forgotten."""
    mine = Call.campaign_id == campaign_id
    of_calls = select(
        func.count().filter(NUMBER_IS_DUE).label("numbers"),
        func.count()
        .filter(~Call.is_coarse, Call.created_at <= now - EXACT, Call.created_at > now - A_CALL)
        .label("exact"),
        func.count().filter(Call.created_at <= now - A_CALL).label("calls"),
    ).where(mine, Call.ended_at.is_not(None))
    offices = select(CalledOffice.id).join(Call, Call.id == CalledOffice.call_id).where(mine)
    notes = select(func.count()).where(Feedback.called_office_id.in_(offices), NOTE_IS_DUE)
    asked = select(func.count()).select_from(AskedWhileHeld).join(Call, Call.id == AskedWhileHeld.call_id).where(mine)
    row = session.execute(of_calls, {"then": now - NUMBER_OF_A_CALL}).mappings().one()
    return by_name(
        Overdue,
        row,
        notes=session.scalar(notes, {"then": now - NOTE}) or 0,
        asked=session.scalar(asked) or 0,
    )
