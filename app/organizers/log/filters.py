"""Reads which calls an organizer asks for: what cannot be read is told, and left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from app.calls.shown.kinds import Kind
from app.calls.shown.log import Cursor, LogFilter, Outcome
from app.guard.tokens import BadTokenError, Tokens
from app.organizers.labels import LINE, REPORTED, STATUS
from models import ENDINGS

CURSOR = "log-cursor"
YEARS = range(2000, 2100)

# The choices of the form, in groups; the values stand in shareable addresses.
OUTCOMES: Mapping[str, Mapping[str, tuple[Outcome, str]]] = {
    "The supporter said": {f"said-{it}": (it, word.text) for it, word in REPORTED.items()},
    "The office's line": {f"line-{it}": (it, word.text) for it, word in LINE.items()},
    "The call": {f"ended-{it}": (it, word.text) for it, word in STATUS.items() if it in ENDINGS},
}
OUTCOME_OF = {value: outcome for group in OUTCOMES.values() for value, (outcome, _) in group.items()}

NO_CAMPAIGN = "There is no such campaign, so calls of every campaign are shown."
NO_KIND = "There is no such kind of call, so calls of every kind are shown."
NO_ROOM = "There is no such phone bank, so calls from everywhere are shown."
NO_OUTCOME = "There is no such outcome, so calls with every outcome are shown."
NO_DAY = "That is not a day we know, so calls of every day are shown."


@dataclass(frozen=True)
class Asked:
    """What was asked for: the filter, the same for an address, and what could not be read."""

    filter: LogFilter
    query: Mapping[str, str]
    problems: tuple[str, ...]

    @property
    def is_narrow(self) -> bool:
        """Whether some calls are left out on purpose."""
        return bool(self.query.keys() - {"rehearsals"})


def read_filter(
    args: Mapping[str, str],
    campaigns: Mapping[int, str],
    *,
    rehearsals: bool,
    theirs: frozenset[int] | None = None,
    rooms: Mapping[int, str] = MappingProxyType({}),
) -> Asked:
    """Read the form; with `rehearsals` they are shown without being asked for."""
    campaign = {str(number): number for number in campaigns}.get(args.get("campaign", ""))
    room = {str(number): number for number in rooms}.get(args.get("room", ""))
    outcome = OUTCOME_OF.get(args.get("outcome", ""))
    kind = next((one for one in Kind if one == args.get("kind")), None)
    day = read_day(args.get("day", ""))
    read = {
        "campaign": (None if campaign is None else str(campaign), NO_CAMPAIGN),
        "room": (None if room is None else str(room), NO_ROOM),
        "outcome": (args.get("outcome") if outcome else None, NO_OUTCOME),
        "kind": (kind, NO_KIND),
        "day": (day.isoformat() if day else None, NO_DAY),
    }
    query = {name: value for name, (value, _) in read.items() if value}
    if "rehearsals" in args:
        query["rehearsals"] = "1"
    problems = tuple(problem for name, (value, problem) in read.items() if args.get(name) and not value)
    with_rehearsals = rehearsals or "rehearsals" in args
    return Asked(LogFilter(campaign, outcome, day, with_rehearsals, theirs, kind, room), query, problems)


def read_day(text: str) -> date | None:
    """A day as browsers write it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def write_cursor(tokens: Tokens, cursor: Cursor) -> str:
    """The cursor for an address."""
    return tokens.sign(CURSOR, [cursor.created_at.isoformat(), cursor.id])


def read_cursor(tokens: Tokens, text: str) -> Cursor | None:
    """The cursor again, None for anything that we did not write."""
    try:
        value = tokens.read(CURSOR, text)
    except BadTokenError:
        return None
    return Cursor(datetime.fromisoformat(value[0]), value[1])
