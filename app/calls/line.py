"""The call that somebody holds in their hand right now: read in one statement."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.calls.campaigns import CampaignWords, campaign_words
from app.representatives.candidate import TITLES
from models import Call, CallStatus, Chamber, District, LineOutcome, OfficeHolder, OfficeLine


@dataclass(frozen=True)
class CallOnTheLine:
    """What the phone and the page need to know of a call."""

    id: int
    campaign_id: int
    campaign_version: int
    status: CallStatus
    town: str
    chamber: Chamber
    district: str
    holder: str
    office_number: str
    office_extension: str
    phone_encrypted: bytes | None
    line_outcome: LineOutcome | None

    @property
    def representative(self) -> str:
        """Title and name, as one addresses them."""
        return f"{TITLES[self.chamber]} {self.holder}"

    def words(self, session: Session) -> CampaignWords:
        """The campaign's words, as a rule from memory."""
        return campaign_words(session, self.campaign_id, self.campaign_version)


COLUMNS = (
    Call.id,
    Call.campaign_id,
    Call.campaign_version,
    Call.status,
    Call.town,
    District.chamber,
    District.name,
    OfficeHolder.name,
    OfficeLine.e164,
    OfficeLine.extension,
    Call.phone_encrypted,
    Call.line_outcome,
)


def select_call(call_id: int, *more: Any) -> Select[*tuple[Any, ...]]:
    """The columns of `CallOnTheLine` for one call, and more if wanted."""
    return (
        select(*COLUMNS, *more)
        .join(District, Call.district_geoid == District.geoid)
        .join(OfficeHolder, Call.office_holder_id == OfficeHolder.id)
        .join(OfficeLine, Call.office_line_id == OfficeLine.id)
        .where(Call.id == call_id)
    )


def call_on_the_line(session: Session, call_id: int) -> CallOnTheLine | None:
    """The call with this id, if there is one; nobody else changes it until this turn is over (see `lock_call`)."""
    row = session.execute(select_call(call_id).with_for_update(of=Call, key_share=True)).one_or_none()
    return CallOnTheLine(*row) if row else None
