"""Which key somebody meant who spoke instead of pressing one."""

import re
from collections.abc import Container, Mapping

from voice_flows.words import IN_PASSING, SPOKEN_KEYS

CHINESE = r"\u3400-\u9fff"
WORD = re.compile(rf"[{CHINESE}]{{1,2}}|[^\W_{CHINESE}]+")  # Chinese has no spaces: two characters are about a word
MOST_WORDS = 6  # a longer answer is a sentence, and was not meant for us
YES, NO, NO_ANSWER = "1", "0", ""
AGAIN = "again"  # stands for a key of its own: to hear the same once more
MOST_WORDS_AGAIN = 3
MOST_WORDS_OF_A_PLACE = 3  # more words, of which none names a place, were not meant for us
UNCLEAR = "?"  # words that mean nothing here: noise is no answer, but it is no silence either
NOTHING_MORE: Mapping[str, tuple[str, ...]] = {}


def key_said(
    speech: str,
    language: str,
    keys: Container[str],
    further: Mapping[str, tuple[str, ...]] = NOTHING_MORE,
    *,
    firm: bool = False,
) -> str:
    """The key that the words stand for, of those that lead somewhere; empty where none or several fit.

    `further` are words that stand for keys at this question alone. Who says yes and no in one breath meant neither.
    Where the answer must be `firm`, what people say in passing ("okay", "one moment") is none.
    """
    said = speech.casefold()
    if len(WORD.findall(said)) > MOST_WORDS:
        return NO_ANSWER
    usual = SPOKEN_KEYS.get(language, {})
    meant = _phrases_said(said, _firm(said, language, usual) if firm else usual, further) | _digits_said(said)
    if NO_ANSWER in meant or {YES, NO} <= meant:
        return NO_ANSWER
    leading = {key for key in meant if key in keys}
    return leading.pop() if len(leading) == 1 else NO_ANSWER


def asks_again(speech: str, language: str) -> bool:
    """Whether that is all that was said: at a question for a place any other word is one."""
    is_short = len(WORD.findall(speech)) <= MOST_WORDS_AGAIN
    return is_short and key_said(speech, language, {AGAIN}) == AGAIN


def is_talk(speech: str) -> bool:
    """Whether words that name no place are too many for the name of one that we do not know."""
    return len(WORD.findall(speech)) > MOST_WORDS_OF_A_PLACE


def _firm(said: str, language: str, usual: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Without what is said in passing; the word of a number counts where it is all that was said."""
    passing = IN_PASSING.get(language, ())
    numbers = () if len(WORD.findall(said)) == 1 else tuple(phrases[0] for phrases in usual.values())
    return {key: tuple(it for it in phrases if it not in {*passing, *numbers}) for key, phrases in usual.items()}


def _phrases_said(said: str, *tables: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The keys of the phrases in it, each as long as can be: in "go back" nobody says "go"."""
    key_of = {phrase: key for table in tables for key, phrases in table.items() for phrase in phrases}
    longest_first = sorted(key_of, key=len, reverse=True)
    found = re.findall("|".join(map(_pattern, longest_first)), said) if key_of else []
    return {key_of[phrase] for phrase in found}


def _pattern(phrase: str) -> str:
    """Whole words; Chinese ones stand within others, but a single character does not, and nor what is denied."""
    within = re.fullmatch(rf"[{CHINESE}]{{2,}}", phrase)
    return rf"(?<![不没唔冇]){phrase}" if within else rf"\b{re.escape(phrase)}\b"


def _digits_said(said: str) -> set[str]:
    return {word for word in WORD.findall(said) if len(word) == 1 and word in "0123456789"}
