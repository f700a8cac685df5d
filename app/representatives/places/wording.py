"""Takes what a supporter typed apart: the place's words, a ZIP code, and whether Massachusetts is named."""

import re
import unicodedata
from dataclasses import dataclass

from app.representatives.facts.spelling import key_of, without_state, words_of
from app.representatives.places.chinese import bare
from app.representatives.places.street import without_street

LONGEST = 100  # characters; anything longer is no place name, and cutting it may drop what matters

_ZIP = r"([0-9]{5})(?:[-\s]?[0-9]{4})?"
_ZIP_AT_END = re.compile(rf"(?:^|(?<=[\sA-Za-z,\"'-])){_ZIP}\W*$")
_ZIP_AT_START = re.compile(rf"^\W*(?=0[125]){_ZIP}(?=[\s,])")
_ZIP_ALONE = re.compile(rf"\s*{_ZIP}\s*")
_ZIP_WORD = re.compile(r"\bzip(?:\s*code)?\W*$", re.IGNORECASE)
_COUNTRY = re.compile(r"[\s,]+u\.?s\.?(a\.?)?\s*$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BETWEEN_NAMES = re.compile(r"[,;()]")
_AS_GOOD_AS_A_COMMA = re.compile(r"\s*[\r\n|]+\s*|\s+[-–—/]\s+")  # noqa: RUF001 - dashes that word processors type


@dataclass(frozen=True, slots=True)
class Wording:
    """The bare words (no state, no ZIP code), their look-up key, and the keys between the commas.

    `zips` has at most one code from the text and one from the ZIP field. `street` is the street
    address that stood before the place. `cut` says that the text was too long and only its beginning was read:
    then nothing may be found, only suggested.
    """

    words: tuple[str, ...]
    key: str
    parts: tuple[str, ...]
    zips: tuple[str, ...]
    says_massachusetts: bool
    street: str
    cut: bool

    def in_one_part(self, key: str) -> bool:
        """Whether these words stand together, with no comma between them."""
        return key in self.parts or any(f" {key} " in f" {part} " for part in self.parts)


def read_wording(query: str, zip_code: str | None) -> Wording:
    """Take a query and the text of a ZIP field apart; neither is ever refused."""
    text, in_chinese = bare(unicodedata.normalize("NFKC", query[:LONGEST]))
    text, zips = _without_zip(_COUNTRY.sub("", _AS_GOOD_AS_A_COMMA.sub(", ", text.strip())))
    typed_zip = _ZIP_ALONE.fullmatch(unicodedata.normalize("NFKC", (zip_code or "")[:LONGEST]))
    if typed_zip and zip_code and len(zip_code) <= LONGEST:
        zips.append(typed_zip[1])
    text, street = without_street(text)
    words, says_massachusetts = without_state(words_of(text))
    key = key_of(words)
    return Wording(
        words=tuple(words),
        key=key,
        parts=_parts(text) if _BETWEEN_NAMES.search(text) else (key,),
        zips=tuple(dict.fromkeys(zips)),
        says_massachusetts=says_massachusetts or in_chinese,
        street=street,
        cut=len(query) > LONGEST,
    )


def _parts(text: str) -> tuple[str, ...]:
    """The keys between the commas and brackets."""
    parts = (key_of(without_state(words_of(part))[0]) for part in _BETWEEN_NAMES.split(text))
    return tuple(part for part in parts if part)


def _without_zip(text: str) -> tuple[str, list[str]]:
    """The text without the ZIP code at its end or beginning, and that code."""
    if not _DIGIT.search(text):
        return text, []
    found = _ZIP_AT_END.search(text) or _ZIP_AT_START.search(text)
    if found is None:
        return text, []
    return _ZIP_WORD.sub("", text[: found.start()]) + " " + text[found.end() :], [found[1]]
