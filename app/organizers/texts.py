"""How organizers read of a campaign's texts and their languages, and how long each may be."""

from collections.abc import Mapping
from typing import NamedTuple

from app.campaigns.texts import LONGEST_AFTERWARDS

LANGUAGES: Mapping[str, str] = {
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh_Hans": "Chinese (simplified)",
    "zh_Hant": "Chinese (traditional)",
}

TOO_LONG = "{title}: this is {more} {characters} too long. {longest} fit."


class TextName(NamedTuple):
    """What a text is called, where supporters meet it, how long it may be, and how many lines its field has."""

    title: str
    where: str
    longest: int
    lines: int


SHORT = 160
SCRIPT = 4000

TEXTS: Mapping[str, TextName] = {
    "headline": TextName("Headline", "At the top of the page.", SHORT, 2),
    "subject": TextName("Subject", "On the phone, after “about” or “the subject is”.", SHORT, 2),
    "pitch": TextName("Why it matters", "On the page. An empty line begins a new paragraph.", 8000, 12),
    "script": TextName("Script", "What supporters say to the office.", SCRIPT, 12),
    "voicemail_script": TextName("Message for voicemail", "What they say to the office's machine.", SCRIPT, 6),
    "thanks_script": TextName("Script of thanks", "For offices that support it already.", SCRIPT, 6),
    "talking_points": TextName("Talking points", "One a line, as many as in English.", 8000, 10),
    "afterwards": TextName(
        "What came of it", "On the page and the hotline, once the campaign has ended.", LONGEST_AFTERWARDS, 4
    ),
    "latest": TextName("The Latest", "Below the script, a line for each line of the English.", 3000, 6),
    "privacy_note": TextName("Privacy note", "At the end of the page.", 2000, 4),
}

# Their blanks are filled in for each supporter.
WITH_BLANKS = ("script", "voicemail_script", "thanks_script")


def too_long(title: str, text: str, longest: int) -> str:
    """What to say of a text that is; nothing of one that fits."""
    more = len(text) - longest
    if more <= 0:
        return ""
    characters = "character" if more == 1 else "characters"
    return TOO_LONG.format(title=title, more=more, characters=characters, longest=longest)
