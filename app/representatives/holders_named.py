"""Finds office holders by how people write them: "Rep. Pat Duffy", "Duffy, Pat", "5th Hampden", one a line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from app.representatives.facts.spelling import words_of
from app.representatives.roster.seats import Directory, Seat
from app.representatives.titles import TITLES
from models import Chamber

LIKE_ENOUGH = 70.0  # from 0 to 100: below it nobody is suggested
MOST_ALIKE = 4
TITLE_WORDS = frozenset({"rep", "representative", "sen", "senator", "hon", "state", "the"})
WITH_DISTRICT = re.compile(r"(?P<name>.+?)\s*[(\[](?P<district>[^)\]]+)[)\]]\s*")
CELLS = re.compile(r"\t+| {3,}")  # a row of a table that was copied: name, district, date
AROUND = " \t,;·•*-"


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line, whom it names, and those who are called much like it where it names nobody."""

    text: str
    fits: tuple[Seat, ...]
    alike: tuple[Seat, ...] = ()

    @property
    def sure(self) -> Seat | None:
        """Who is meant beyond doubt."""
        return self.fits[0] if len(self.fits) == 1 else None


def written(seat: Seat) -> str:
    """An office holder as a line of a list: "Pat Duffy (5th Hampden)"."""
    return f"{seat.holder.name} ({seat.district})" if seat.holder else seat.district


def lines_of(text: str) -> list[str]:
    """The lines in which somebody may be named."""
    return [line for line in (line.strip(AROUND) for line in text.splitlines()) if line]


def holders_named(text: str, directory: Directory) -> tuple[NamedLine, ...]:
    """Whom each line names."""
    seats = [seat for seat in directory.seats.values() if seat.holder]
    index = _index(seats)
    return tuple(_read(line, index, seats) for line in lines_of(text))


def holders_alike(text: str, seats: Iterable[Seat], most: int = MOST_ALIKE) -> tuple[Seat, ...]:
    """Those whose names are much like what was written, the likest first."""
    names = {seat: (seat.holder.name if seat.holder else "") for seat in seats}
    alike = process.extract(text, names, scorer=fuzz.WRatio, score_cutoff=LIKE_ENOUGH, limit=most)
    return tuple(seat for _, _, seat in alike)


def _read(line: str, index: Mapping[str, list[Seat]], seats: list[Seat]) -> NamedLine:
    fits = next(filter(None, (_fitting(each, index) for each in _spellings(line))), [])
    return NamedLine(line, tuple(fits), () if fits else holders_alike(CELLS.split(line)[0], seats))


def _spellings(line: str) -> Iterator[str]:
    """The line as it stands, as the row of a table, and without what stands between first and last name."""
    yield line
    name, *others = CELLS.split(line)
    if others:
        yield f"{name} ({others[0]})"
        yield name
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    yield " ".join(words)


def _index(seats: Iterable[Seat]) -> Mapping[str, list[Seat]]:
    """Seats by every spelling: the name, the surname alone, the district, the district with its chamber."""
    index: dict[str, list[Seat]] = {}
    for seat in seats:
        words = words_of(seat.holder.name) if seat.holder else []
        district = " ".join(words_of(seat.district))
        spellings = {" ".join(words), words[-1], district, f"{district} {seat.chamber}"}
        for spelling in spellings:
            index.setdefault(spelling, []).append(seat)
    return index


def _fitting(line: str, index: Mapping[str, list[Seat]]) -> list[Seat]:
    with_district = WITH_DISTRICT.fullmatch(line)
    if with_district:
        named = _fitting(with_district["name"], index)
        there = " ".join(words_of(with_district["district"]))
        return [seat for seat in named if " ".join(words_of(seat.district)) == there]
    last, comma, first = line.partition(",")
    for spelling in (line, f"{first} {last}" if comma else line):
        words = words_of(spelling)
        chamber = _titled(words)
        key = " ".join(word for word in words if word not in TITLE_WORDS)
        seats = index.get(key, [])
        of_chamber = [seat for seat in seats if seat.chamber is chamber]
        if seats:
            return of_chamber or seats
    return []


def _titled(words: list[str]) -> Chamber | None:
    """The chamber of the title with which a line begins: "Rep", "Sen", "Senator"."""
    first = words[0] if words and words[0] in TITLE_WORDS else "-"
    return next((chamber for chamber, title in TITLES.items() if title.lower().startswith(first)), None)
