"""What the flows may know of a call: put together from the call, the campaign's words and what an effect found."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.calls.shown.call import CallFacts, OfficeFacts
from app.calls.steps.at_hand import AtHand
from app.campaigns.in_force import CampaignWords
from app.campaigns.prompts_in_force import OwnWords
from app.campaigns.texts import ENGLISH
from app.representatives import HowFound, town_names
from models import Wording
from voice_flows.known import Known
from voice_flows.own_prompt import OwnPrompt


def known_at(own: AtHand, call: CallFacts, rank: int, facts: Mapping[str, Any]) -> Known:
    """The call at the office at `rank`; `facts` are what was found out for the step, by their names in `Known`."""
    office = call.office_at(rank)
    known = _of_campaign(own, call)
    if office is not None:
        known = _at_office(own, known, call, office)
    return replace(known, **facts)


def _of_campaign(own: AtHand, call: CallFacts) -> Known:
    words = call.words(own.session)
    texts = words.on_the_phone(call.language)
    return Known(
        group=words.group,
        subject=texts.subject.text,
        campaign_number=words.phone_number,
        town=call.town,
        script=texts.script.english,
        script_own=texts.script.own,
        points=texts.talking_points.text,
        points_own=texts.talking_points.language != ENGLISH,
        ring_limit=own.settings.office_ring_seconds,
        talk_limit=own.settings.talk_limit_seconds,
        language=call.language,
        can_book=call.phone_encrypted is not None or own.heard.caller is not None,
        hints=town_names(),
        prompts=own_prompts(words, call.language, own.settings.public_base_url),
        offers=own_offers(words, own.settings.public_base_url),
    )


def _at_office(own: AtHand, known: Known, call: CallFacts, office: OfficeFacts) -> Known:
    words, holders = call.words(own.session), call.holders()
    following = call.next_office(office.rank)
    missing = call.passed_over[0] if call.passed_over else None
    is_thanks, texts = office.wording is Wording.THANKS, words.on_the_phone(call.language)
    script = texts.thanks_script if is_thanks else texts.script
    return replace(
        known,
        representative=office.representative,
        script=script.english,
        script_own=script.own,
        office_number=office.number or "",
        office_extension=office.extension or "",
        line=own.heard.line or office.line_outcome or "",  # as just heard, or as kept; empty before it was rung
        nth=holders.index(office.nth) + 1,
        total=len(holders),
        is_theirs=office.how_found != HowFound.LISTED,
        thanks=is_thanks,
        other_line=call.other_line(office.rank) is not None,
        next_representative=following.representative if following else "",
        passed_over=missing.representative if missing else "",
        passed_over_why=missing.passed_over or "" if missing else "",
    )


def own_prompts(words: CampaignWords, language: str, base_url: str) -> Mapping[str, OwnPrompt]:
    """What the campaign says in this language in place of the built-in words; costs no statement."""
    said = words.prompts.get(language, {})
    return {key: OwnPrompt(own.text, _address(own, base_url)) for key, own in said.items()}


def own_offers(words: CampaignWords, base_url: str) -> Mapping[str, OwnPrompt]:
    """How the campaign offers each language in that language, by language."""
    offers = {language: own_prompts(words, language, base_url).get("this_language") for language in words.prompts}
    return {language: own for language, own in offers.items() if own is not None}


def _address(own: OwnWords, base_url: str) -> str:
    """Where the carrier finds the recording; empty where there is none."""
    return f"{base_url}/recordings/{own.recording}.wav" if own.recording else ""
