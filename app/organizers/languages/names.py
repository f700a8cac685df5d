"""How organizers read of languages and of a campaign's texts: nobody needs to know what a locale is."""

from collections.abc import Mapping
from typing import NamedTuple

from models import ScriptTold

LANGUAGES: Mapping[str, str] = {
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh_Hans": "Chinese (simplified)",
    "zh_Hant": "Chinese (traditional)",
}

ABOUT_LANGUAGE: Mapping[str, str] = {
    "ht": "No carrier has a voice for Haitian Creole: a French voice reads these texts on the phone.",
    "zh_Hans": "The phone reads these texts to everybody who chooses Chinese.",
    "zh_Hant": "Only the pages use these; the phone reads the simplified ones, which sound the same.",
}

TOLD: Mapping[ScriptTold, tuple[str, str]] = {
    ScriptTold.BOTH: (
        "In English, with their language beside it",
        "The office hears English. Supporters read and hear what they will say, and what it means.",
    ),
    ScriptTold.OWN: (
        "In their language alone",
        "For offices that understand it. What is not translated is told in English.",
    ),
}


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
}

# Their blanks are filled in for each supporter.
WITH_BLANKS = ("script", "voicemail_script", "thanks_script")
