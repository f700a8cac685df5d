"""One spelling for every way of writing a place or a district: the key under which it is looked up."""

import re
import unicodedata

from app.representatives.facts.ordinals import in_digits

_NOT_A_WORD = re.compile(r"[^\w]+|_+")
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u2032]")
_DROPPED = frozenset({"Cf", "Mn"})  # invisible characters and accents
DIRECTIONS = {
    "n": "north",
    "no": "north",
    "s": "south",
    "so": "south",
    "e": "east",
    "ea": "east",
    "w": "west",
    "st": "saint",
}
ABBREVIATIONS = {
    "att": "attleborough",
    "bch": "beach",
    "brdgwtr": "bridgewater",
    "bridgewtr": "bridgewater",
    "camb": "cambridge",
    "centre": "center",
    "clg": "college",
    "cntr": "center",
    "ctr": "center",
    "dorch": "dorchester",
    "fls": "falls",
    "fram": "framingham",
    "ft": "fort",
    "gr": "great",
    "grv": "grove",
    "gt": "great",
    "hbr": "harbor",
    "hgts": "heights",
    "hl": "hill",
    "hld": "highlands",
    "hlds": "highlands",
    "hls": "hills",
    "hts": "heights",
    "hvn": "haven",
    "jct": "junction",
    "lndg": "landing",
    "mls": "mills",
    "mt": "mount",
    "nbpt": "newburyport",
    "pk": "park",
    "pln": "plain",
    "pt": "point",
    "rox": "roxbury",
    "spfd": "springfield",
    "spfld": "springfield",
    "sq": "square",
    "vlg": "village",
    "worc": "worcester",
    "xing": "crossing",
}
SILENT = {"and", "the", "district", "no", "number"}
_STATE = frozenset({"ma", "mass", "massachusetts"})
_PREFIXES = {
    "the": (("the", "town", "of"), ("the", "city", "of")),
    "town": (("town", "of"),),
    "city": (("city", "of"),),
}


def plain(text: str) -> str:
    """Text in lower case without accents, apostrophes and invisible characters; still punctuated."""
    if text.isascii():
        return _APOSTROPHES.sub("", text).lower()
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
    letters = (
        letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) not in {"Cf", "Mn"}
    )
    return "".join(letters).casefold()


def words_of(text: str) -> list[str]:
    """The bare words of a text: anything that is neither a letter nor a digit parts them."""
    return [word for word in _NOT_A_WORD.split(plain(text)) if word]


def without_state(words: list[str]) -> tuple[list[str], bool]:
    """The words without a closing "MA", "M. A.", "Mass." or "Massachusetts", and whether one stood there."""
    if words[-2:] == ["m", "a"]:
        return words[:-2], True
    if words and words[-1] in _STATE:
        return words[:-1], True
    return words, False


def key_of(words: list[str]) -> str:
    """The look-up key of a place's words: no "town of", abbreviations written out, -boro as -borough."""
    for prefix in _PREFIXES.get(words[0], ()) if words else ():
        if tuple(words[: len(prefix)]) == prefix and len(words) > len(prefix):
            words = words[len(prefix) :]
            break
    if len(words) > 1 and words[0] in DIRECTIONS:
        words = [DIRECTIONS[words[0]], *words[1:]]
    return " ".join(_written_out(word) for word in words)


def normalise(text: str) -> str:
    """The look-up key of a whole text: "N. Attleboro, MA" and "Town of North Attleborough" share one."""
    return key_of(without_state(words_of(text))[0])


def look_up_key(name: str) -> str:
    """One spelling for all: ordinals in digits, no commas, no “and”; the order of the counties counts."""
    text = in_digits(re.sub(r"[-–—]", " ", name.casefold()))  # noqa: RUF001 - dashes as people type them
    words = [word.lstrip("0") or "0" for word in re.findall(r"[a-z0-9]+", text)]
    return " ".join(word for word in words if word not in SILENT)


def _written_out(word: str) -> str:
    if word.endswith("boro"):
        return f"{word}ugh"
    return ABBREVIATIONS.get(word, word)
