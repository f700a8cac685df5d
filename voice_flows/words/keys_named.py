"""Which keys a prompt must name, so that whoever hears it finds the way out, and which ones other words name."""

import re
from collections.abc import Mapping
from functools import cache

from voice_flows.blanks import blanks_in
from voice_flows.words import SPOKEN_KEYS, WORDS

WITHOUT_SPACES = frozenset({"zh", "yue"})
STAR, PRESS = "*", "{press}"
_BUILT_IN = re.compile(r"\b(?:press|key) (\d|star)\b", re.IGNORECASE)
_NUMBER_READ_OUT = re.compile(r"\d(?:[\s,.\-()]+\d){2,}|\d{2,}")  # a telephone number names no key
# What comes before a key's name where it is written out, at most two words apart: "one" alone is no key.
_VERBS: Mapping[str, str] = {
    "en": "press|key|dial|push|hit|touch|type|button|number",
    "es": "oprim[ae]|pulse|presion[ae]|presione|marque|marca|toque|teclee|tecla|número",
    "pt": "apert[ae]|pression[ae]|pressione|tecle|tecla|digite|disque|toque|número",
    "ht": "peze|touche|konpoze|tape|touch|nimewo",
    "zh": "按|按下|拨|键",
    "yue": "撳|㩒|按|撥|掣|鍵",
}
_STARS: Mapping[str, str] = {
    "en": r"\bstar\b|\basterisk\b",
    "es": r"\basterisco\b|\bestrella\b",
    "pt": r"\basterisco\b|\bestrela\b",
    "ht": r"\betwal\b|\basteris",
    "zh": "星",
    "yue": "星",
}


def keys_to_name(prompt: str) -> frozenset[str]:
    """The keys that this prompt offers, by its built-in words: they work whatever is said in its place."""
    english = WORDS["en"][prompt]
    keys = {STAR if key.lower() == "star" else key for key in _BUILT_IN.findall(english)}
    return frozenset(keys | ({PRESS} if PRESS.strip("{}") in blanks_in(english) else set()))


def unnamed_keys(prompt: str, language: str, words: str) -> tuple[str, ...]:
    """Which of these keys other words for it do not name, in digits or written out, in order."""
    return tuple(sorted(key for key in keys_to_name(prompt) if not _names(key, language, words)))


def _names(key: str, language: str, words: str) -> bool:
    if key == PRESS:
        return PRESS in words
    without_numbers = _NUMBER_READ_OUT.sub(" ", words)
    return bool(_as_a_key(key, language).search(without_numbers))


@cache
def _as_a_key(key: str, language: str) -> re.Pattern[str]:
    if key == STAR:
        return re.compile(rf"\*|{_STARS[language]}", re.IGNORECASE)
    in_words, verbs = re.escape(SPOKEN_KEYS[language][key][0]), _VERBS[language]
    is_chinese = language in WITHOUT_SPACES
    apart = r"\s*" if is_chinese else r"\s+(?:[\w']+\s+){0,2}"
    written_out = rf"(?:{verbs}){apart}{in_words}" if is_chinese else rf"\b(?:{verbs})\b{apart}{in_words}\b"
    return re.compile(rf"(?<!\d){key}(?!\d)|{written_out}", re.IGNORECASE)
