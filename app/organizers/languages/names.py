"""How organizers read of languages: nobody needs to know what a locale is."""

from collections.abc import Mapping

from models import ScriptTold

ABOUT_LANGUAGE: Mapping[str, str] = {
    "ht": "No carrier has a voice for Haitian Creole: a French one reads these texts, as well as it can.",
    "zh_Hans": "The phone reads these texts to everybody who chooses Mandarin.",
    "zh_Hant": "The phone reads these texts to everybody who chooses Cantonese.",
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
