"""One spelling for every way of writing a street: the key under which it is looked up, and how it is shown."""

from app.representatives.facts.ordinals import in_digits
from app.representatives.facts.spelling import words_of
from app.representatives.streets.words import DIRECTIONS, KINDS, NAMES, SHORT_NAMES

_PREFIXES = frozenset({"o", "mc", "d", "l"})  # which a name is written apart from: "O BRIEN", "MC GRATH"
_SHORTEST_NAME = 4
_CAPITALS_AFTER = 3


def street_key(text: str) -> str:
    """The key of a street's name: "Mass. Ave", "MASSACHUSETTS AV" and "Massachusetts Avenue" have one."""
    words = _joined(words_of(in_digits(text.lower().replace("-", " "))))
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    key = " ".join(_in_full(words, place) for place in range(len(words)))
    return SHORT_NAMES.get(key, key)


def name_of(key: str) -> str:
    """How a street is shown: "Massachusetts Avenue", "McGrath Highway", "1st Street"."""
    return " ".join(_shown(word) for word in key.split())


def kind_of(key: str) -> str:
    """The kind of street, as a rule its last word; "" where it has none."""
    return next((word for word in reversed(key.split()[1:]) if word in KINDS), "")


def base_of(key: str) -> str:
    """The name without kind and direction: what people remember best."""
    words = key.split()
    bare = [word for place, word in enumerate(words) if not _is_kind_or_direction(words, place)]
    return " ".join(bare) or words[0]


def _is_kind_or_direction(words: list[str], place: int) -> bool:
    word = words[place]
    if place == 0:
        return word in DIRECTIONS and len(words) > 2  # noqa: PLR2004 - "North Street" is called North
    return word in KINDS or (word in DIRECTIONS and place == len(words) - 1)


def _joined(words: list[str]) -> list[str]:
    """The words, a name's prefix written together with it."""
    if len(words) > 1 and words[0] in _PREFIXES and len(words[1]) >= _SHORTEST_NAME and words[1] not in KINDS:
        return [words[0] + words[1], *words[2:]]
    return words


def _in_full(words: list[str], place: int) -> str:
    word, last = words[place], place == len(words) - 1
    if word == "st" and _is_saint(words, place):
        return "saint"
    if place == 0 and word == "dr" and not last and words[1] not in DIRECTIONS:
        return "doctor"
    if word in DIRECTIONS and (place == 0 or last or words[place - 1] in KINDS):
        return DIRECTIONS[word]
    if word in KINDS:
        return KINDS[word]
    if word.endswith("boro"):
        return f"{word}ugh"
    return NAMES.get(word, word)


def _is_saint(words: list[str], place: int) -> bool:
    """Whether "st" begins a name: "St James Avenue", "Old St James Road", but not "Main St Extension"."""
    if place == len(words) - 1 or words[place + 1] in KINDS or words[place + 1] in DIRECTIONS:
        return False
    return place == 0 or words[-1] in KINDS


def _shown(word: str) -> str:
    if word.startswith("mc") and len(word) > _CAPITALS_AFTER + 1:
        return f"Mc{word[2:].capitalize()}"
    return word[0].upper() + word[1:]
