"""The spoken words, per language."""

from collections.abc import Mapping
from types import MappingProxyType

from voice_flows.words import en

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": en.WORDS})
