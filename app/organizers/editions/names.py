"""How organizers read of the fields of an edition."""

from collections.abc import Mapping

from app.campaigns.editions.fields import Path
from app.organizers.prompts.names import LANGUAGES as SPOKEN
from app.organizers.prompts.names import PROMPTS
from app.organizers.texts import LANGUAGES, TEXTS

LANGUAGE: Mapping[str, str] = {**SPOKEN, **LANGUAGES}

FIELDS: Mapping[Path, str] = {
    ("group",): "Your group",
    ("group_said",): "Your group as it is said",
    ("script_told",): "How the script is told to those who speak another language",
    ("languages",): "Languages of your texts",
    ("whom", "rule"): "Supporters call",
    ("whom", "own_phones"): "On their own phones alone",
    ("whom", "switchboard"): "Through the State House's switchboard",
    ("whom", "listed"): "The list",
    ("whom", "with_us"): "They support it already",
    ("whom", "against"): "They are against it",
    ("when", "starts_at"): "Starts",
    ("when", "ends_at"): "Ends",
    ("look", "accent"): "Color",
    ("look", "logo_id"): "Logo",
    ("look", "share_picture_id"): "Picture for sharing",
    ("look", "share_description"): "Description for sharing",
    ("public", "count"): "How many calls there were, on its page",
    ("public", "goal"): "Goal",
    ("results",): "What came of it in numbers",
    ("fact_sheet_url",): "Fact sheet",
    ("actions",): "The Latest",
    ("contact",): "Contact",
    ("privacy_note",): "Privacy note",
}
PARTS: Mapping[str, str] = {
    "whom": "Whom to call",
    "when": "When",
    "look": "Look",
    "public": "Public numbers",
    "results": "Public numbers",
}


def part(path: Path) -> str:
    """Under which heading a field stands."""
    match path:
        case ("english", _):
            return "Words in English"
        case ("translations", language, *_):
            return f"Words in {LANGUAGE.get(language, language)}"
        case ("prompts", language, _):
            return f"Said on the phone in {LANGUAGE.get(language, language)}"
        case _:
            return PARTS.get(path[0], "The campaign")


def title(path: Path) -> str:
    """How a field is called under that heading."""
    match path:
        case ("english", name) | ("translations", _, _, name):
            return TEXTS[name].title
        case ("prompts", _, key):
            return PROMPTS[key].title if key in PROMPTS else key
        case _:
            return FIELDS[path]
