"""What the flows may know of a call: put together from the call, the campaign's words and what was found out."""

from collections.abc import Mapping
from functools import lru_cache

from app.calls.shown.call import CallFacts, OfficeFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.calls.steps.lately import MadeOf
from app.campaigns.in_force import CampaignWords
from app.campaigns.prompts_in_force import OwnWords
from app.campaigns.texts import ENGLISH
from app.language.marked import as_read
from app.representatives import HowFound, chinese_town_names, town_names
from app.telephony.profiles import profile_of
from models import LineOutcome, Wording
from voice_flows.known import Caller, Campaign, Known, Line, Office, OwnPrompt, patience_for
from voice_flows.names import NOBODY
from voice_flows.outcomes import LineShowed, WhyPassedOver
from voice_flows.parts.hotline import OFFERS

CHINESE = frozenset({"zh", "yue"})  # their ears write down what they hear in their own characters


def known_at(own: AtHand, call: CallFacts, rank: int, facts: Facts) -> Known:
    """The call at the office at `rank`; `facts` are what was found out for the step."""
    return facts.upon(_of_turn(own, call, rank))


def _of_turn(own: AtHand, call: CallFacts, rank: int) -> Known:
    """Put together once: what was asked and what is said next mostly speak of the same call and office."""
    of, known = own.known.get(rank, (None, None))
    now = MadeOf(call, own.heard.caller is not None, own.heard.line)
    if known is None or of is None or of.call is not call or of[1:] != now[1:]:
        known = _without_facts(own, call, rank)
        own.known[rank] = now, known
    return known


def known_as_left(own: AtHand, call: CallFacts, left: CallFacts) -> Mapping[int, tuple[MadeOf, Known]]:
    """The same of a call as a turn `left` it: what callers hear goes by nothing that a turn changes by itself."""
    return {rank: (of._replace(call=left), known) for rank, (of, known) in own.known.items() if of.call is call}


def _without_facts(own: AtHand, call: CallFacts, rank: int) -> Known:
    office, campaign, caller = call.office_at(rank), _campaign(own, call), _caller(own, call)
    can = profile_of(own.settings).can
    if office is None:
        return Known(campaign, caller, carrier=can)
    return Known(campaign, caller, _office(own, call, office), _line(own, call, office), can)


def _campaign(own: AtHand, call: CallFacts) -> Campaign:
    return _said_by(own.words_of(call), call.language, own.settings.public_base_url)


@lru_cache(maxsize=256)
def _said_by(words: CampaignWords, language: str, base_url: str) -> Campaign:
    """The same for all of its calls."""
    texts = words.on_the_phone(language)
    return Campaign(
        group=words.group,
        group_said=words.group_said,
        subject=texts.subject.text,
        subject_own=texts.subject.language != ENGLISH,
        number=words.phone_number,
        asks_place=words.whom_to_call.asks_place,
        points=tuple(as_read(point) for point in texts.talking_points.text),
        points_own=texts.talking_points.language != ENGLISH,
        afterwards=texts.afterwards.text,
        afterwards_own=texts.afterwards.language != ENGLISH,
        contact=words.office_contact,
        prompts=own_prompts(words, language, base_url),
        offers=own_offers(words, base_url),
    )


def _caller(own: AtHand, call: CallFacts) -> Caller:
    return Caller(
        language=call.language,
        town=call.town,
        can_book=call.phone_encrypted is not None or own.heard.caller is not None,
        hints=chinese_town_names() if call.language in CHINESE else town_names(),
        patience=patience_for(more_time=call.more_time),
    )


def _office(own: AtHand, call: CallFacts, office: OfficeFacts) -> Office:
    holders, following = call.holders(), call.next_office(office.rank)
    missing = call.passed_over[0] if call.passed_over else None
    is_thanks, texts = office.wording is Wording.THANKS, own.words_of(call).on_the_phone(call.language)
    script = texts.thanks_script if is_thanks else texts.script
    return Office(
        representative=office.representative,
        script=script.english,
        script_own=script.own,
        thanks=is_thanks,
        is_theirs=office.how_found != HowFound.LISTED,
        nth=holders.index(office.nth) + 1,
        total=len(holders),
        next_representative=following.representative if following else NOBODY,
        passed_over=missing.representative if missing else NOBODY,
        passed_over_why=WhyPassedOver(missing.passed_over) if missing and missing.passed_over else None,
    )


def _line(own: AtHand, call: CallFacts, office: OfficeFacts) -> Line:
    was = office.line_outcome  # none before it was rung; where people talked, no other report says otherwise
    showed = was if was is LineOutcome.ANSWERED else own.heard.line or was
    return Line(
        number=office.number or "",
        extension=office.extension or "",
        ring_limit=own.settings.office_ring_seconds,
        talk_limit=own.settings.talk_limit_seconds,
        showed=LineShowed(showed) if showed else LineShowed.NOT_RUNG,
        has_other=call.other_line(office.rank) is not None,
    )


def own_prompts(words: CampaignWords, language: str, base_url: str) -> Mapping[str, OwnPrompt]:
    """What the campaign says in this language in place of the built-in words; costs no statement."""
    said = words.prompts.get(language, {})
    return {key: OwnPrompt(own.text, _address(own, base_url)) for key, own in said.items()}


def own_offers(words: CampaignWords, base_url: str) -> Mapping[str, Mapping[str, OwnPrompt]]:
    """What the campaign says in each language before one is chosen, by language."""
    return {
        language: {key: own for key, own in own_prompts(words, language, base_url).items() if key in OFFERS}
        for language in words.prompts
    }


def _address(own: OwnWords, base_url: str) -> str:
    """Where the carrier finds the recording; empty where there is none."""
    return f"{base_url}/recordings/{own.recording}.wav" if own.recording else ""
