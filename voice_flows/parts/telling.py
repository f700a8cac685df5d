"""Before the office: whom it will be, the script in English with the caller's language beside it, talking points."""

from voice_flows.known import Known
from voice_flows.parts.gaps import told_gap
from voice_flows.script import fill_text, paragraphs
from voice_flows.speak import ask, say
from voice_flows.verbs import Hears, Say, Spoken, Verb
from voice_flows.words import OFFICE_OF, TITLES

READY_KEYS = {"1": "connect", "2": "script", "5": "points"}


def script(known: Known) -> tuple[Verb, ...]:
    """Says whom it will connect, and reads the script; any time a 1 connects. Who practices aloud is not asked."""
    before = (*_whom(known), say(_follows(known), known, pause=0.8))
    after = (say("script_ends", known), *_offer(known))
    says = (*before, *_read_script(known), *after)
    return ask(known, *says, keys=READY_KEYS, otherwise="ready", hears=Hears.KEY)


def _follows(known: Known) -> str:
    """Which words lead over to the script."""
    office = known.office
    follows = "thanks_follow" if office.thanks else "script_follows"
    return f"{follows}_own" if office.script_own and not office.script else follows


def _whom(known: Known) -> tuple[Spoken, ...]:
    """Who cannot be reached and why, and who can; said once, before the first office."""
    office = known.office
    if office.nth > 1:
        return ()
    in_turn = (say("several", known),) if office.total > 1 else ()
    return (*told_gap(known), say("whom" if office.is_theirs else "whom_listed", known), *in_turn)


def _read_script(known: Known) -> tuple[Spoken, ...]:
    """The script as the office will hear it; in English, then what that means in the caller's language."""
    office = known.office
    english = _paragraphs(known, office.script, "en")
    if not office.script_own or known.language == "en":
        return english
    means = (say("script_means", known),) if english else ()
    return (*english, *means, *_paragraphs(known, office.script_own, known.language))


def _paragraphs(known: Known, text: str, language: str) -> tuple[Say, ...]:
    own = known.campaign.prompts if language == known.language else {}
    there = known.in_language(language, own)
    whom, titles = known.office.representative, TITLES[language]
    filled = fill_text(
        text,
        name=say("your_name", there).text,
        town=known.caller.town or say("your_town", there).text,
        representative=whom.said(titles, language),
        office=whom.office_said(titles, language, OFFICE_OF[language]),
    )
    return tuple(Say(paragraph, language, pause=0.8 * known.patience) for paragraph in paragraphs(filled))


def ready(known: Known) -> tuple[Verb, ...]:
    """Asks once more whether to connect."""
    says = (say("not_understood", known), *_offer(known))
    return ask(known, *says, keys=READY_KEYS, otherwise="no_key", unclear="ready", firm=True)


def points(known: Known) -> tuple[Verb, ...]:
    """Reads the talking points; any time a 1 connects."""
    campaign = known.campaign
    language = known.language if campaign.points_own else "en"
    told = tuple(Say(point, language, pause=0.6 * known.patience) for point in campaign.points)
    says = (*(told or (say("no_points", known),)), *_offer(known))
    return ask(known, *says, keys=READY_KEYS, otherwise="ready", hears=Hears.KEY)


def _offer(known: Known) -> tuple[Spoken, ...]:
    asks = "ready_points_own" if known.campaign.points_own else "ready_points"
    more = (say(asks, known),) if known.campaign.points else ()
    return (say("ready", known), *more)


STEPS = (script, ready, points)
