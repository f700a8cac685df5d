"""What office holders are called: by their chamber, or as somebody wrote it for an office made by hand."""

from collections.abc import Mapping

from app.language.languages import ENGLISH, LANGUAGES
from models import Chamber
from voice_flows.names import OwnTitle, Title

READ_BY = {"zh_Hans": ("yue",), "zh_Hant": ("zh",)}  # where their own way to write it is missing

TITLES = {Chamber.HOUSE: Title.REPRESENTATIVE, Chamber.SENATE: Title.SENATOR}


def title_of(chamber: Chamber | None, titles: Mapping[str, str] | None) -> Title | OwnTitle | None:
    """The title of whoever sits there, None where they have none; `titles` are those of an office made by hand."""
    if chamber:
        return TITLES[chamber]
    english = (titles or {}).get(ENGLISH.code, "")
    return OwnTitle(english, _in_each_language(titles or {})) if english else None


def _in_each_language(titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """By every code that is asked for: a page's, and the phone's, which speaks the first that it can read."""
    written = [language for language in reversed(LANGUAGES) if titles.get(language.code)]
    by_voice = {voice: titles[language.code] for language in written for voice in READ_BY.get(language.code, ())}
    by_voice |= {language.voice: titles[language.code] for language in written}
    return tuple((by_voice | {language.code: titles[language.code] for language in written}).items())
