"""Reads which calls an organizer asks for: what cannot be read is told, and left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from app.calls.shown.kinds import Kind
from app.calls.shown.log.filter import LogFilter, Outcome
from app.language.text import clean_text
from app.organizers.log.choices import CLOCKS, HOURS, OUTCOME_OF, SORTS, WAYS
from app.organizers.prompts.names import LANGUAGES
from app.representatives import town_names
from models import CallSource, Stance

YEARS = range(2000, 2100)
LONGEST_TOWN, LONGEST_WORDS, LARGEST_ID = 60, 100, 2**63 - 1

NO_CAMPAIGN = "There is no such campaign, so calls of every campaign are shown."
NO_KIND = "There is no such way in, so calls that came by any are shown."
NO_ROOM = "There is no such phone bank, so calls from everywhere are shown."
NO_OUTCOME = "There is no such outcome, so calls with every outcome are shown."
NO_DAY = "That is not a day we know, so calls of every day are shown."
NO_HOUR = "That is not an hour, so calls of the whole day are shown."
NO_OFFICE = "There is no such office, so calls to all of them are shown."
NO_LANGUAGE = "The phone speaks no such language, so calls in all of them are shown."
NO_STANCE = "There is no such stance, so calls with all of them are shown."
NO_CALL = "A call's number has digits alone, and no more than 19 of them, so all calls are shown."
NO_SORT = "The log cannot be sorted so: the newest call comes first."
BACKWARDS = "The last day is before the first: they are read the other way round."

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What a filter may name: campaigns and phone banks by id, offices by GEOID."""

    campaigns: Mapping[int, str] = field(default_factory=dict)
    rooms: Mapping[int, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """What was asked for: the filter, the same for an address, and what could not be read.

    Where `noted`, only calls with a note of their supporter, that has these `words`.
    """

    filter: LogFilter
    query: Mapping[str, str]
    problems: tuple[str, ...]
    noted: bool = False
    words: str = ""
    sort: str = "newest"

    @property
    def oldest_first(self) -> bool:
        """Whether calls are sorted by time, and the first comes first."""
        return self.sort == "oldest"

    @property
    def in_time(self) -> "Asked":
        """The same by time, as a file has them: by length or representative some stand nowhere, and others twice."""
        return self if self.oldest_first else replace(self, sort="newest")

    @property
    def is_narrow(self) -> bool:
        """Whether some calls are left out on purpose."""
        return bool(self.query.keys() - {"rehearsals", "sort"})


class Reader:
    """Reads one field after the other; keeps those that say something, and what is wrong with the others."""

    def __init__(self, args: Mapping[str, str]) -> None:
        self._args = args
        self.query: dict[str, str] = {}  # as an address has it
        self.problems: list[str] = []

    def read(self, name: str, of: Callable[[str], T | None], problem: str) -> T | None:
        """What a field means; None where it is empty, or says what we do not know."""
        text = self._args.get(name, "").strip()
        value = of(text) if text else None
        if value is not None:
            self.query[name] = text
        elif text and problem:
            self.problems.append(problem)
        return value


def read_filter(
    args: Mapping[str, str], known: Known, *, rehearsals: bool, theirs: frozenset[int] | None = None
) -> Asked:
    """Read the form; with `rehearsals` they are shown without being asked for."""
    it = Reader(args)
    way = it.read("kind", lambda text: WAYS[text][0] if text in WAYS else None, NO_KIND)
    since, until = read_span(it)
    hour, behind = it.read("hour", _hour, NO_HOUR) or (None, None)
    wanted = LogFilter(
        campaign_id=it.read("campaign", one_of(known.campaigns), NO_CAMPAIGN),
        outcome=_outcome(it, "outcome"),
        also=_outcome(it, "also"),
        since=since,
        until=until,
        hour=hour,
        behind=behind,
        rehearsals=rehearsals or "rehearsals" in args,
        campaigns=theirs,
        kind=way if isinstance(way, Kind) else None,
        source=way if isinstance(way, CallSource) else None,
        phone_bank_id=it.read("room", one_of(known.rooms), NO_ROOM),
        town=it.read("town", _town, ""),
        language=it.read("language", lambda text: text if text in LANGUAGES else None, NO_LANGUAGE),
        geoid=it.read("office", lambda text: text if text in known.offices else None, NO_OFFICE),
        stance=it.read("stance", lambda text: next((one for one in Stance if one == text), None), NO_STANCE),
        call_id=it.read("call", lambda text: number_in(text.removeprefix("#")), NO_CALL),
    )
    words = it.read("words", lambda text: clean_text(text, limit=LONGEST_WORDS) or None, "")
    sort = it.read("sort", lambda text: text if text in SORTS else None, NO_SORT)
    noted = "noted" in args or bool(words)
    ticked = {name: "1" for name in ("noted", "rehearsals") if name in args}
    return Asked(wanted, it.query | ticked, tuple(it.problems), noted, words or "", sort or "newest")


def read_span(it: Reader) -> tuple[date | None, date | None]:
    """From which day to which; an address of before names one day."""
    day = it.read("day", read_day, NO_DAY)
    since, until = it.read("from", read_day, NO_DAY) or day, it.read("to", read_day, NO_DAY) or day
    if since and until and until < since:
        it.problems.append(BACKWARDS)
        since, until = until, since
    days = {"from": since, "to": until}
    others = {name: value for name, value in it.query.items() if name not in {*days, "day"}}
    it.query = others | {name: day.isoformat() for name, day in days.items() if day}
    return since, until


def _outcome(it: Reader, name: str) -> Outcome | None:
    text = it.read(name, lambda text: text if text in OUTCOME_OF else None, NO_OUTCOME)
    return OUTCOME_OF[text] if text else None


def one_of(known: Mapping[int, str]) -> Callable[[str], int | None]:
    """Reads the number of one that is known."""
    return {str(number): number for number in known}.get


def read_day(text: str) -> date | None:
    """A day as browsers write it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _hour(text: str) -> tuple[int, int | None] | None:
    """An hour of the day, and by which clock, where it comes twice: 1-edt comes before 1-est."""
    hour, _, clock = text.partition("-")
    if hour not in map(str, HOURS) or (clock not in CLOCKS and text != hour):
        return None
    return int(hour), CLOCKS.get(clock)


def _town(text: str) -> str | None:
    """As the log has it: a town by its official name, whatever else as it was typed."""
    typed = clean_text(text, limit=LONGEST_TOWN)
    return {name.casefold(): name for name in town_names()}.get(typed.casefold(), typed) or None


def number_in(digits: str) -> int | None:
    """The number of a row; what is too long for one is none: Python reads no number of thousands of figures."""
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST_ID))
    return min(int(digits), LARGEST_ID) if is_number else None
