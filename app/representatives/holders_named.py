"""Finds office holders by how people write them: "Rep. Pat Duffy", "Duffy, Pat", "5th Hampden", one a line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from app.representatives.candidates import TITLES
from app.representatives.facts.spelling import words_of
from app.representatives.roster.seats import Directory, Seat
from models import Chamber

MOST_LINES = 250
LIKE_ENOUGH = 70.0  # from 0 to 100: below it nobody is suggested
TITLE_WORDS = frozenset({"rep", "representative", "sen", "senator", "hon", "state", "the"})
WITH_DISTRICT = re.compile(r"(?P<name>.+?)\s*[(\[](?P<district>[^)\]]+)[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of the office holders who were named, in order, and a sentence for every line that named nobody."""

    holder_ids: tuple[int, ...]
    problems: tuple[str, ...]


def written(seat: Seat) -> str:
    """An office holder as a line of a list: "Pat Duffy (5th Hampden)"."""
    return f"{seat.holder.name} ({seat.district})" if seat.holder else seat.district


def holders_named(text: str, directory: Directory) -> Named:
    """The office holders of a list of lines; who is named twice counts once."""
    seats = [seat for seat in directory.seats.values() if seat.holder]
    index = _index(seats)
    found, problems = [], []
    lines = [line.strip(" \t,;·•*-") for line in text.splitlines()]
    for line in list(filter(None, lines))[:MOST_LINES]:
        fitting = _fitting(line, index)
        if len(fitting) == 1:
            found += [seat.holder.id for seat in fitting if seat.holder]
        else:
            problems.append(_problem(line, fitting, seats))
    return Named(tuple(dict.fromkeys(found)), tuple(problems))


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


def _problem(line: str, fitting: list[Seat], seats: list[Seat]) -> str:
    shown = line if len(line) <= 60 else f"{line[:60]}…"  # noqa: PLR2004 - as much as fits one line
    if fitting:
        return f"“{shown}” fits several: {', or '.join(map(written, fitting[:4]))}. Write one of them in full."
    names = {written(seat): (seat.holder.name if seat.holder else "") for seat in seats}
    alike = process.extract(line, names, scorer=fuzz.WRatio, score_cutoff=LIKE_ENOUGH, limit=2)
    hint = f" Did you mean {' or '.join(str(key) for _, _, key in alike)}?" if alike else ""
    return f"Nobody who sits now is called “{shown}”.{hint}"
