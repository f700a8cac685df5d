"""Whether a campaign says everything in every language in which it means to."""

from collections.abc import Iterator, Mapping

from app.campaigns.in_force import CampaignWords
from app.campaigns.translating import CampaignLanguage

NAMES: Mapping[str, str] = {
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh_Hans": "Chinese (simplified)",
    "zh_Hant": "Chinese (traditional)",
}


def open_languages(words: CampaignWords) -> Iterator[str]:
    """What is not translated, or from an English that has changed since."""
    for code, name in NAMES.items():
        language = CampaignLanguage(words, code)
        if language.is_offered:
            yield from _open(language, name)


def _open(language: CampaignLanguage, name: str) -> Iterator[str]:
    wanted, missing, outdated = language.wanted(), language.missing(), language.outdated()
    if missing:
        how_many = "Nothing" if len(missing) == len(wanted) else f"{len(wanted) - len(missing)} of {len(wanted)} texts"
        yield f"{name}: {how_many} translated; the rest is shown and said in English."
    if outdated:
        texts = "text has" if len(outdated) == 1 else "texts have"
        yield f"{name}: the English of {len(outdated)} translated {texts} changed."
