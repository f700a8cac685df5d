"""The spoken words, per language, and the words that stand for a key."""

from collections.abc import Mapping
from types import MappingProxyType

from voice_flows.words import en, es, ht, pt, yue, zh

_LANGUAGES = {"en": en, "es": es, "pt": pt, "ht": ht, "zh": zh, "yue": yue}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({name: it.WORDS for name, it in _LANGUAGES.items()})
SPOKEN_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: it.SPOKEN_KEYS for name, it in _LANGUAGES.items()}
)
IN_PASSING: Mapping[str, tuple[str, ...]] = MappingProxyType({name: it.IN_PASSING for name, it in _LANGUAGES.items()})

# How callers name a language, and what it makes of an English title, of "ZIP code" and of "the office of".
CALLED: Mapping[str, tuple[str, ...]] = MappingProxyType({name: it.CALLED for name, it in _LANGUAGES.items()})
TITLES: Mapping[str, Mapping[str, str]] = MappingProxyType({name: it.TITLES for name, it in _LANGUAGES.items()})
ZIP_CODE: Mapping[str, str] = MappingProxyType({name: it.ZIP_CODE for name, it in _LANGUAGES.items()})
ADDRESS_MARKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: it.ADDRESS_MARKS for name, it in _LANGUAGES.items()}
)
DISTRICT: Mapping[str, str] = MappingProxyType({name: it.DISTRICT for name, it in _LANGUAGES.items()})
OFFICE_OF: Mapping[str, str] = MappingProxyType({name: it.OFFICE_OF for name, it in _LANGUAGES.items()})
