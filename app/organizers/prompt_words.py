"""How organizers read of prompts: the languages, the blanks, and what can be recorded."""

from collections.abc import Mapping

from voice_flows.blanks import blanks_in
from voice_flows.words.en import WORDS

# These differ from call to call within the sentence, so that only a voice can say it.
ONLY_SPOKEN = frozenset({"place", "choice", "opens", "booked", "ahead"})

# Always text: `your_name` is spoken in the middle of the script.
TEXT_ONLY = frozenset({"your_name"}) | {key for key, words in WORDS.items() if ONLY_SPOKEN & set(blanks_in(words))}

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh": "Chinese",
}

# No telephone carrier has a voice for these.
WITHOUT_VOICE = frozenset({"ht"})

BLANKS: Mapping[str, str] = {
    "group": "your group",
    "subject": "what the campaign is about",
    "campaign_number": "the campaign's number, digit by digit",
    "town": "the supporter's town",
    "representative": "the office holder, such as “Representative Ana Example”",
    "passed_over": "the office holder, or the seat, that cannot be called",
    "nth": "the how-manieth office this is, in digits",
    "total": "how many offices there are, in digits",
    "ahead": "how many are before them in the office's line, in digits",
    "opens": "when the office opens, such as “on Monday at 9 AM”",
    "booked": "when we will ring",
    "place": "the place that we understood",
    "choice": "one name or place of the menu",
    "press": "the key to press for it",
}

FAR_TOO_LARGE = "This file is far too large, perhaps a video. Save only the sound, as a voice memo (m4a) or MP3."
