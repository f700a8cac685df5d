"""The spoken words, per language, and the words that stand for a key."""

from collections.abc import Mapping
from types import MappingProxyType

from voice_flows.words import en

_LANGUAGES = {"en": en}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({name: it.WORDS for name, it in _LANGUAGES.items()})
SPOKEN_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: it.SPOKEN_KEYS for name, it in _LANGUAGES.items()}
)
