"""Every prompt in the order of a call: what organizers call it, and when it is said."""

from collections.abc import Mapping
from typing import NamedTuple


class PromptName(NamedTuple):
    """A prompt as organizers read of it."""

    title: str
    when: str


GROUPS: Mapping[str, Mapping[str, PromptName]] = {
    "Who is calling": {
        "who_is_calling": PromptName("Greeting", "The first words, as soon as the supporter picks up."),
        "press_one": PromptName(
            "Go on, or never again", "Right after the greeting. Keys: 1 goes on, 9 is never again."
        ),
        "never_again": PromptName("Never again", "After key 9: this number will not be called again."),
        "farewell": PromptName("Last word", "After “never again”, before we hang up."),
    },
    "Before the script": {
        "seat_vacant": PromptName("Vacant seat", "If nobody holds the seat that the supporter would call."),
        "no_number": PromptName("No number", "If the office that the supporter would call has no number."),
        "supports_already": PromptName("Supports it already", "If an office is left out because it supports this."),
        "whom": PromptName("Whom you will talk to", "After key 1. Say here, too, that nothing is recorded."),
        "several": PromptName("Several offices", "If the call goes to more than one office holder."),
        "script_follows": PromptName("The script follows", "Right before we read the script. Key 1 skips it."),
        "thanks_follow": PromptName("A thank-you follows", "The same, before the script of thanks. Key 1 skips it."),
    },
    "The script": {
        "your_name": PromptName("In place of the name", "Within the script, where supporters say their own name."),
        "script_ends": PromptName("End of the script", "Right after the script."),
        "ready": PromptName("Ready?", "After the script. Keys: 1 connects, 2 reads the script again."),
    },
    "To the office": {
        "connecting": PromptName("Connecting", "While we ring the office. The star key comes back to us."),
        "other_line": PromptName("Other line", "While we ring the office's other line. The star key comes back to us."),
    },
    "After the office": {
        "office_busy": PromptName("Busy", "If the office's line is busy."),
        "office_no_answer": PromptName("No answer", "If nobody at the office picks up."),
        "office_failed": PromptName("Not reached", "If the office's line cannot be reached."),
        "how_did_it_go": PromptName(
            "How did it go?", "After the office. Keys: 1 talked to someone, 2 left a message, 3 nobody answered."
        ),
        "thanks_contact": PromptName("Thanks for talking", "After key 1: they talked to someone."),
        "thanks_voicemail": PromptName("Thanks for the message", "After key 2: they left a message."),
        "thanks_unavailable": PromptName("Thanks for trying", "After key 3: nobody answered."),
    },
    "The next office": {
        "next_office": PromptName("Next office", "Before each further office."),
        "next_keys": PromptName(
            "Call it?", "Right after that. Keys: 1 connects, 2 reads the script, star leaves it out."
        ),
    },
    "The end": {
        "try_again": PromptName("Try again later", "At the end, if no office was reached."),
        "goodbye": PromptName("Goodbye", "The last words of a call."),
    },
    "If something is in the way": {
        "not_understood": PromptName("Wrong key", "If no key was pressed, or another one; the question follows again."),
        "no_key": PromptName("Nobody there", "If there is no key the second time either. A machine may hear this."),
        "trouble": PromptName(
            "Trouble on our side", "If something breaks. We may not know then which campaign it was."
        ),
        "unknown_call": PromptName("Unknown call", "If we cannot find the call, and so not its campaign."),
    },
}

PROMPTS: Mapping[str, PromptName] = {key: name for group in GROUPS.values() for key, name in group.items()}

# Said when it is not known whose call it is: the same in every campaign.
EVERYWHERE = frozenset({"trouble", "unknown_call"})

# Spoken in the middle of the script, which is always text.
TEXT_ONLY = frozenset({"your_name"})

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
}

FAR_TOO_LARGE = "This file is far too large, perhaps a video. Save only the sound, as a voice memo (m4a) or MP3."
