"""What a call to the hotline keeps while somebody finds their office, and what it knows from earlier calls."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.later.slots import give_slot_back
from app.calls.life.status import move_call
from app.calls.plan import PlannedOffice, plan_of
from app.campaigns.in_force import CampaignWords
from app.representatives.candidates import TITLES
from models import Call, CalledOffice, CallStatus, District, EndReason, EventSource, OfficeHolder
from voice_flows.names import Titled


@dataclass(frozen=True)
class LastTime:
    """Whom a number called the last time, if they still sit there."""

    representative: Titled
    town: str
    offices: tuple[PlannedOffice, ...]


def last_office_of(session: Session, phone_hash: bytes, campaign: CampaignWords, but: int) -> LastTime | None:
    """Whom this number called the last time in this campaign; `but` is the call under way."""
    calls = select(Call.id, Call.town).where(
        Call.phone_hash == phone_hash, Call.campaign_id == campaign.id, Call.id != but, Call.offices.any()
    )
    row = session.execute(calls.order_by(Call.id.desc()).limit(1)).one_or_none()
    if row is None or not campaign.keeps_numbers:
        return None
    holder = session.execute(
        select(District.chamber, OfficeHolder.name)
        .join(OfficeHolder.district)
        .join(CalledOffice, CalledOffice.office_holder_id == OfficeHolder.id)
        .where(CalledOffice.call_id == row.id, CalledOffice.passed_over.is_(None), OfficeHolder.valid_to.is_(None))
        .order_by(CalledOffice.rank)
        .limit(1)
    ).one_or_none()
    if holder is None:
        return None
    return LastTime(Titled(holder.name, TITLES[holder.chamber]), row.town, plan_of(session, row.id))


def cancel_booked(session: Session, call_id: int) -> None:
    """Do not ring them at the agreed time."""
    if move_call(session, call_id, CallStatus.CANCELED, source=EventSource.KEYPAD, reason=EndReason.CANCELED_BY_PHONE):
        give_slot_back(session, call_id)
