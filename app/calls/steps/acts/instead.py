"""Whom to call oneself while nobody is connected: the one office that a campaign calls, else the switchboard."""

from sqlalchemy import select

from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.campaigns.in_force import CampaignWords
from app.representatives import HOME
from app.representatives.facts.switchboards import SWITCHBOARDS
from app.representatives.titles import title_of
from models import District, HolderLine, MadeOffice, OfficeHolder, OfficeLine, WhomToCall
from voice_flows.names import Titled


def whom_to_call_yourself(own: AtHand, call: CallFacts, _rank: int) -> Facts:
    """A number, whose it is where that is one office's, and the page of the campaign."""
    words = own.words_of(call)
    page = f"{own.settings.public_base_url}/c/{words.slug}"
    office = _only_office(own, words)
    if office is None:
        return Facts(instead=SWITCHBOARDS[HOME], page=page)
    return Facts(instead=office[1], page=page, representative=office[0])


def _only_office(own: AtHand, words: CampaignWords) -> tuple[Titled, str] | None:
    """The office that everybody calls, and its best number; None where there are several, or it has none."""
    if words.whom_to_call is not WhomToCall.LISTED or len(words.listed) != 1:
        return None
    its = (
        select(OfficeHolder.name, District.chamber, MadeOffice.titles, OfficeLine.e164)
        .join(District, District.geoid == OfficeHolder.district_geoid)
        .join(HolderLine, HolderLine.holder_id == OfficeHolder.id)
        .join(OfficeLine, OfficeLine.id == HolderLine.line_id)
        .outerjoin(MadeOffice, MadeOffice.district_geoid == District.geoid)
        .where(OfficeHolder.id == words.listed[0], OfficeHolder.valid_to.is_(None))
    )
    row = own.session.execute(its.order_by(HolderLine.rank).limit(1)).one_or_none()
    return (Titled(row.name, title_of(row.chamber, row.titles)), row.e164) if row else None
