"""Whether a campaign says all that it must, with no gap left to be filled in."""

import re
from collections.abc import Iterator, Mapping

from app.campaigns.in_force import CampaignWords
from voice_flows.script import BLANK

MUST_SAY: Mapping[str, str] = {
    "headline": "headline",
    "subject": "subject, as it is said mid-sentence",
    "pitch": "text of why it matters",
    "script": "script",
    "voicemail_script": "message for voicemail",
}
MAY_SAY: Mapping[str, str] = {"thanks_script": "script of thanks", "afterwards": "text of what came of it"}
WITH_BLANKS = frozenset({"script", "voicemail_script", "thanks_script"})
BRACKETED = re.compile(r"\[[^\[\]\n]+\](?!\()")  # but for links: [words](https:…)


def open_words(words: CampaignWords) -> Iterator[str]:
    """What is not written yet."""
    if not words.group:
        yield "The name of your group is missing."
    for name, called in MUST_SAY.items():
        if not getattr(words.english, name):
            yield f"The {called} is missing."
    for name, called in {**MUST_SAY, **MAY_SAY}.items():
        for gap in gaps_in(getattr(words.english, name), blanks_may_be=name in WITH_BLANKS):
            yield f"The {called} still has “{gap}”: write what belongs there."
    for gap in gaps_in("\n".join(words.english.talking_points), blanks_may_be=False):
        yield f"The talking points still have “{gap}”: write what belongs there."


def gaps_in(text: str, *, blanks_may_be: bool) -> list[str]:
    """What stands in brackets and is filled by nobody."""
    found = dict.fromkeys(BRACKETED.findall(text))
    return [gap for gap in found if not (blanks_may_be and BLANK.fullmatch(gap))]
