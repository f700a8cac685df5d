"""The number words of every language of the phone, for the digits that people say aloud."""

from collections.abc import Mapping
from types import MappingProxyType

from voice_flows.numbers import en, es, ht, pt, yue, zh
from voice_flows.numbers.number_words import NumberWords

NUMBERS: Mapping[str, NumberWords] = MappingProxyType(
    {"en": en.NUMBERS, "es": es.NUMBERS, "pt": pt.NUMBERS, "ht": ht.NUMBERS, "zh": zh.NUMBERS, "yue": yue.NUMBERS}
)
