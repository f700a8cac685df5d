"""The scripts as supporters of one town are told them: filled in, and how long each takes in every language."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.campaigns.in_force import CampaignWords
from app.campaigns.script_shown import Paragraphs, ShownScript, shown_script
from app.campaigns.texts import ENGLISH, PHONE_READS, ToldScript
from app.geocoding.located import NoGeocoder
from app.organizers.texts import LANGUAGES
from app.representatives import Directory
from voice_flows.length import WORDS_PER_MINUTE, seconds_to_say
from voice_flows.names import NOBODY, Titled

NAME, TOWN = "Ana", "Holyoke"
SPOKEN_BY = {written: phone for phone, written in PHONE_READS.items()}
NOT_KNOWN = "We know no town “{town}”. {instead} is shown instead."
ONE_OF_SEVERAL = "{town} has several: {name} is one of them."


@dataclass(frozen=True)
class Example:
    """A supporter of this town and whom they call; `told` is what there is to say of that."""

    town: str
    whom: Titled
    told: str = ""


@dataclass(frozen=True)
class Reading:
    """How long a script takes to hear in a language; `with_english` where the English comes before it."""

    language: str
    seconds: int
    with_english: bool


def example_of(words: CampaignWords, roster: Directory, town: str) -> Example:
    """Somebody of the town that was typed; of Holyoke where there is no such town."""
    found = _found(words, roster, town or TOWN)
    first = [*(one.person for one in found.in_turn), *found.candidates][:1]
    if not first:
        instead = "" if town in ("", TOWN) else NOT_KNOWN.format(town=town, instead=TOWN)
        return Example(TOWN, example_of(words, roster, "").whom if town else NOBODY, instead)
    person = first[0].representative
    told = ONE_OF_SEVERAL.format(town=found.town, name=person) if found.is_question else ""
    return Example(found.town, person, told)


def filled(text: str, example: Example) -> Paragraphs:
    """The English for them."""
    return shown_script(ToldScript(text), name=NAME, town=example.town, whom=example.whom).english


def readings(words: CampaignWords, name: str, example: Example) -> Iterator[Reading]:
    """English first, then every language that the phone speaks and in which the script is translated."""
    for language in (ENGLISH, *LANGUAGES):
        told = getattr(words.in_language(language), name)
        spoken = SPOKEN_BY.get(language, language)
        if spoken in WORDS_PER_MINUTE and told.language == language and (told.english or told.own):
            shown = shown_script(told, name=NAME, town=example.town, whom=example.whom)
            yield Reading(LANGUAGES.get(language, "English"), _seconds(shown, spoken), bool(told.own and told.english))


def _found(words: CampaignWords, roster: Directory, town: str) -> Found:
    return whom(roster, words, Said(town=town), NoGeocoder().locate)


def _seconds(shown: ShownScript, spoken: str) -> int:
    own = shown.own if spoken != ENGLISH else ()
    return round(seconds_to_say(_text(shown.english), ENGLISH) + (seconds_to_say(_text(own), spoken) if own else 0))


def _text(paragraphs: Paragraphs) -> str:
    return "\n".join("".join(piece.text for piece in pieces) for pieces in paragraphs)
