"""Finds office holders while somebody types: by the beginnings of words of their names, districts and chambers."""

from app.representatives.facts.spelling import words_of
from app.representatives.holders_named import TITLE_WORDS, holders_alike
from app.representatives.roster.seats import Directory, Seat


def holders_sought(text: str, directory: Directory) -> tuple[Seat, ...]:
    """Those whom every word fits, by surname; where there are none, those who are called much like it."""
    words = [word for word in words_of(text) if word not in TITLE_WORDS]
    seats = [seat for seat in directory.seats.values() if seat.holder]
    if not words:
        return ()
    fitting = [seat for seat in seats if all(_begins(word, seat) for word in words)]
    return tuple(sorted(fitting, key=_by_surname)) or holders_alike(text, seats)


def _begins(word: str, seat: Seat) -> bool:
    return any(one.startswith(word) for one in (*_name(seat), *words_of(seat.district), seat.chamber or ""))


def _name(seat: Seat) -> list[str]:
    return words_of(seat.holder.name) if seat.holder else []


def _by_surname(seat: Seat) -> list[str]:
    return _name(seat)[::-1]
