"""Whether a campaign says all that it must, with no gap left to be filled in."""

import re
from collections.abc import Iterator, Mapping

from app.campaigns.in_force import CampaignWords
from voice_flows.script import BLANK

WORDS: Mapping[str, str] = {
    "headline": "headline",
    "subject": "subject, as it is said mid-sentence",
    "pitch": "text of why it matters",
}
MAY_SAY: Mapping[str, str] = {"afterwards": "text of what came of it, under When,"}
SCRIPTS: Mapping[str, str] = {"script": "script", "voicemail_script": "message for voicemail"}
MAY_TELL: Mapping[str, str] = {"thanks_script": "script of thanks"}
BRACKETED = re.compile(r"\[[^\[\]\n]+\](?!\()")  # but for links: [words](https:…)


def open_words(words: CampaignWords) -> Iterator[str]:
    """What is not written yet, but for the script."""
    if not words.group:
        yield "The name of your group is missing."
    yield from _missing(words, WORDS)
    yield from _gaps(words, {**WORDS, **MAY_SAY}, blanks_may_be=False)
    for gap in gaps_in("\n".join(words.english.talking_points), blanks_may_be=False):
        yield f"The talking points still have “{gap}”: write what belongs there."


def open_script(words: CampaignWords) -> Iterator[str]:
    """What is not written yet of what supporters say."""
    yield from _missing(words, SCRIPTS)
    yield from _gaps(words, {**SCRIPTS, **MAY_TELL}, blanks_may_be=True)


def _missing(words: CampaignWords, must_be: Mapping[str, str]) -> Iterator[str]:
    return (f"The {called} is missing." for name, called in must_be.items() if not getattr(words.english, name))


def _gaps(words: CampaignWords, called: Mapping[str, str], *, blanks_may_be: bool) -> Iterator[str]:
    for name, it in called.items():
        for gap in gaps_in(getattr(words.english, name), blanks_may_be=blanks_may_be):
            yield f"The {it} still has “{gap}”: write what belongs there."


def gaps_in(text: str, *, blanks_may_be: bool) -> list[str]:
    """What stands in brackets and is filled by nobody."""
    found = dict.fromkeys(BRACKETED.findall(text))
    return [gap for gap in found if not (blanks_may_be and BLANK.fullmatch(gap))]
