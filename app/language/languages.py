"""The languages of a supporter's pages: their names, their tags, and which of them a browser asks for."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """`code` names its catalog, `tag` is for browsers, `voice` is what the phone speaks to whoever reads it."""

    code: str
    tag: str
    name: str
    voice: str


ENGLISH = Language("en", "en", "English", "en")
SIMPLIFIED = Language("zh_Hans", "zh-Hans", "简体中文", "zh")
TRADITIONAL = Language("zh_Hant", "zh-Hant", "繁體中文", "yue")
IN_MANDARIN = Language("zh_Hant", "zh-Hant", "繁體中文", "zh")  # the same pages, for whoever speaks as in Taiwan
LANGUAGES = (
    ENGLISH,
    Language("es", "es", "Español", "es"),
    Language("pt", "pt-BR", "Português", "pt"),
    Language("ht", "ht", "Kreyòl Ayisyen", "ht"),
    SIMPLIFIED,
    TRADITIONAL,
)
BY_CODE = {language.code: language for language in LANGUAGES}
READ_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def asked_for(tags: Iterable[str]) -> Language:
    """The first of a browser's languages that we have, English if we have none."""
    return next((language for tag in tags if (language := _named(tag))), ENGLISH)


def _named(tag: str) -> Language | None:
    main, *rest = tag.lower().replace("_", "-").split("-")
    if main in {"zh", "yue", "cmn"}:
        if "hans" in rest or not (READ_TRADITIONAL & set(rest) or main == "yue"):
            return SIMPLIFIED
        return IN_MANDARIN if "tw" in rest or main == "cmn" else TRADITIONAL
    return BY_CODE.get(main)
