"""What the keys of a question do, in the words of their buttons, by the step to which they lead."""

from collections.abc import Mapping

from voice_flows.parts.hotline import LANGUAGE_KEYS, TO_LANGUAGE, TO_THE_END

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh": "Mandarin",
    "yue": "Cantonese",
}

KEYS: Mapping[str, str] = {
    "script": "Hear the script",
    "script_in_english": "Hear it in English",
    "never_again_sure": "Never be called again",
    "hotline_never_again": "Never be called again",
    "never_again": "Yes, never again",
    "peace_for_a_day": "Yes, not be called",
    "ring_back": "Be rung back, so that it lasts",
    "ring_to_forget": "Have the number forgotten",
    "forgotten": "Yes, forget it",
    "not_to_forget": "It was somebody else",
    "not_asked": "It was somebody else",
    "more_time": "Be given more time",
    "hotline_more_time": "Be given more time",
    "greeting": "Back",
    "welcome": "Back",
    "connect": "Be connected",
    "points": "Hear the talking points",
    "skip": "Leave this office out",
    "leave_message": "Leave a message",
    "book": "Be rung when it opens",
    "book_soon": "Be rung in ten minutes",
    "talked": "I talked to someone",
    "left_message": "I left a message",
    "nobody": "I reached nobody",
    "mailbox_full": "The mailbox was full",
    "where": "Another place",
    "agreed": "Yes, go on",
    "picked": "Choose this one",
    "place_picked": "I mean this one",
    "street_agreed": "This is my street",
    "street_again": "Another street",
    "street_skipped": "Rather not say",
    "area_picked": "I live there",
    "senator_wanted": "Call the senator",
    "booking_canceled": "Cancel that call",
    "office_calls": "Go where offices are led",
    "office_contact": "Hear whom an office reaches",
    "office_less": "Ask for fewer calls",
    "office_called_less": "Fewer calls",
    "office_never_called": "No calls any more",
}


def key_label(key: str, step: str) -> str:
    """What the button of a key says."""
    return LANGUAGES[LANGUAGE_KEYS[key]] if step in (TO_LANGUAGE, TO_THE_END) else KEYS[step]
