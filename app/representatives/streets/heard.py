"""Streets as a telephone hears them: by the first letters on its keys, or by name; whatever is found is a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.representatives.streets.finding import streets_of
from app.representatives.streets.key import base_of, name_of
from app.representatives.streets.likely import likely
from app.representatives.streets.table import streets
from app.representatives.streets.typed import Reading, read_typed

MOST = 6
FEWEST_KEYS = 3  # fewer letters fit half a town
MOST_WORDS = 8
_ON_KEYS = {"abc": "2", "def": "3", "ghi": "4", "jkl": "5", "mno": "6", "pqrs": "7", "tuv": "8", "wxyz": "9"}
_KEY_OF = str.maketrans({letter: key for letters, key in _ON_KEYS.items() for letter in letters} | {" ": None})


@dataclass(frozen=True, slots=True)
class HeardStreets:
    """The names of the streets that may have been meant, likeliest first, and the house number said with them."""

    names: tuple[str, ...] = ()
    number: str = ""


def streets_keyed(towns: Sequence[str], keys: str) -> HeardStreets:
    """The streets that begin with these letters, as they stand on a telephone's keys; a full name comes first."""
    found = [(rank, name) for town in streets_of(towns) for rank, name in _beginning(town.town, keys)]
    return HeardStreets(tuple(dict.fromkeys(name for _, name in sorted(found)))[:MOST])


def streets_said(towns: Sequence[str], words: str) -> HeardStreets:
    """The street of this name, and those that sound much like it; what is said before a name counts for nothing."""
    split, typed = streets_of(towns), read_typed(words)
    readings = (*typed.readings, *_without_beginning(words))
    known = next((it for it in readings if any(town.find(it.key) for town in split)), None)
    reading = known or typed.last
    alike = likely([town.town for town in split], reading.key) if reading.key else ()
    keys = dict.fromkeys((*((known.key,) if known else ()), *alike))
    return HeardStreets(tuple(map(name_of, keys))[:MOST], "" if reading.number is None else str(reading.number))


def _without_beginning(words: str) -> Iterator[Reading]:
    """Ever less of what was said: "I live on Main Street"."""
    said = words.split()
    for start in range(1, min(len(said), MOST_WORDS)):
        yield from read_typed(" ".join(said[start:])).readings


def _beginning(town: str, keys: str) -> Iterator[tuple[tuple[bool, int, str], str]]:
    for whole, base, key in _on_keys(town):
        is_whole = keys in {whole, base}
        if is_whole or (len(keys) >= FEWEST_KEYS and (whole.startswith(keys) or base.startswith(keys))):
            yield (not is_whole, len(key), key), name_of(key)


@lru_cache(maxsize=16)
def _on_keys(town: str) -> tuple[tuple[str, str, str], ...]:
    """Each street as it is keyed, with and without its kind."""
    keys = streets()[town].keys()
    return tuple((key.translate(_KEY_OF), base_of(key).translate(_KEY_OF), key) for key in keys)
