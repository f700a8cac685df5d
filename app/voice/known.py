"""What the flows may know of a call: put together from the call and the campaign's words."""

from collections.abc import Mapping

from app.calls.campaigns import CampaignWords
from app.calls.line import CallOnTheLine
from app.calls.prompts_in_force import OwnWords
from app.db import db
from app.extensions import settings
from models import Wording
from voice_flows.known import Known
from voice_flows.own_prompt import OwnPrompt

LANGUAGE = "en"  # until a call says which it speaks


def known_at(call: CallOnTheLine, place: int, line: str) -> Known:
    """The call at the office at `place`; `line` is how that office's line ended, empty before it was rung."""
    words, office = call.words(db.session), call.office_at(place)
    holders, following = call.holders(), call.next_office(place)
    missing = call.passed_over[0] if call.passed_over else None
    return Known(
        group=words.group,
        subject=words.subject,
        campaign_number=words.phone_number,
        town=call.town,
        representative=office.representative,
        script=words.thanks_script if office.wording is Wording.THANKS else words.script,
        office_number=office.number or "",
        office_extension=office.extension or "",
        ring_limit=settings().office_ring_seconds,
        talk_limit=settings().talk_limit_seconds,
        language=LANGUAGE,
        prompts=own_prompts(words, LANGUAGE),
        line=line,
        nth=holders.index(office.nth) + 1,
        total=len(holders),
        thanks=office.wording is Wording.THANKS,
        other_line=call.other_line(place) is not None,
        next_representative=following.representative if following else "",
        passed_over=missing.representative if missing else "",
        passed_over_why=missing.passed_over or "" if missing else "",
    )


def own_prompts(words: CampaignWords, language: str) -> Mapping[str, OwnPrompt]:
    """What the campaign says in this language in place of the built-in words; costs no statement."""
    return {key: OwnPrompt(own.text, _address(own)) for key, own in words.prompts.get(language, {}).items()}


def _address(own: OwnWords) -> str:
    """Where the carrier finds the recording; empty where there is none."""
    return f"{settings().public_base_url}/recordings/{own.recording}.wav" if own.recording else ""
