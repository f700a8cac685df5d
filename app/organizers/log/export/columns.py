"""The columns of the file: what each is called, what it means, and what stands there of a call. None is a number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.calls.shown.log.came_of import came_of
from app.calls.shown.log.row import LogOffice, LogRow
from app.clock import eastern, eastern_day
from app.organizers.came_of import came_of_word, how_known
from app.organizers.labels import STANCE
from app.serving.spreadsheets.cells import Cell

BETWEEN = "; "  # what is told of several offices


@dataclass(frozen=True)
class Entry:
    """A call, with the notes of its supporter where they were asked for."""

    call: LogRow
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Column:
    """One of them."""

    name: str
    means: str
    of: Callable[[Entry], Cell]


def _of_offices(told: Callable[[LogOffice], str | None]) -> Callable[[Entry], Cell]:
    """The same of each office that the call tried, in their order."""

    def told_of_each(it: Entry) -> Cell:
        each = [told(office) or "" for office in it.call.tried]
        return BETWEEN.join(each) if any(each) else ""

    return told_of_each


def _in_utc(call: LogRow, moment: datetime | None) -> Cell:
    return None if moment is None or call.is_coarse else moment.astimezone(UTC)


def _in_massachusetts(call: LogRow) -> Cell:
    return eastern_day(call.created_at).isoformat() if call.is_coarse else eastern(call.created_at)


COLUMNS: tuple[Column, ...] = (
    Column("call", "The call's number, as in its address here.", lambda it: it.call.id),
    Column("campaign", "What the campaign is about.", lambda it: it.call.campaign),
    Column(
        "started_utc",
        "When it began, in UTC; empty once no more than its day is known, after 30 days.",
        lambda it: _in_utc(it.call, it.call.created_at),
    ),
    Column(
        "started_local",
        "The same by the clock in Massachusetts; once no more is known, its day there.",
        lambda it: _in_massachusetts(it.call),
    ),
    Column(
        "ended_utc",
        "When it was over, in UTC; empty while it goes on, and once no more than its day is known.",
        lambda it: _in_utc(it.call, it.call.ended_at),
    ),
    Column(
        "way_in",
        "web, hotline or own-phone; call-back and forgetting are calls to whoever asked to be left in peace, or "
        "forgotten.",
        lambda it: it.call.source.value,
    ),
    Column(
        "kind",
        "through-us, or reported: own-phone and written. Counts never add these up. A call to-its-owner reaches for no "
        "office, and counts nowhere.",
        lambda it: it.call.kind.value,
    ),
    Column("rehearsal", "Whether it was a rehearsal, in which nobody is rung.", lambda it: it.call.rehearsal),
    Column(
        "town",
        "Where the supporter lives; after a while only the county, and empty where they did not say.",
        lambda it: it.call.town,
    ),
    Column("phone_bank", "The phone bank they called from.", lambda it: it.call.room),
    Column(
        "language", "What the phone spoke: en, es, pt, ht, zh (Mandarin), yue (Cantonese).", lambda it: it.call.language
    ),
    Column(
        "representatives",
        f"Who was called. What is told of several offices stands in the same order, with “{BETWEEN.strip()}” between.",
        _of_offices(lambda office: office.representative or "Vacant seat"),
    ),
    Column("districts", "Their districts.", _of_offices(lambda office: office.district)),
    Column(
        "lines",
        "What each office's line showed: answered, busy, no-answer, failed or canceled.",
        _of_offices(lambda office: office.line_outcome and office.line_outcome.value),
    ),
    Column(
        "reported",
        "What was told of each office: contact, voicemail, unavailable, mailbox-full, wrong-number, skip or wrote.",
        _of_offices(lambda office: office.reported_outcome and office.reported_outcome.value),
    ),
    Column(
        "reported_by",
        "By whom: keypad, page, or organizer, whose correction counts.",
        _of_offices(lambda office: office.reported_source and office.reported_source.value),
    ),
    Column(
        "stances",
        f"Where each office stands, as its supporter heard it: {', '.join(STANCE)}.",
        _of_offices(lambda office: office.stance and office.stance.value),
    ),
    Column("came_of_it", "What came of it in one word, as the log filters by it.", lambda it: came_of(it.call).value),
    Column("in_words", "The same in words.", lambda it: came_of_word(it.call).text),
    Column("how_known", "From whom that is known, and why the call ended.", lambda it: how_known(it.call)),
    Column("status", "How the supporter's phone ended, as the carrier says.", lambda it: it.call.status.value),
    Column(
        "ring_seconds",
        "How long the supporter's phone rang; empty where not known.",
        lambda it: it.call.ring_seconds,
    ),
    Column("talk_seconds", "For how long offices were on the line.", lambda it: it.call.talk_seconds),
    Column("total_seconds", "For how long the whole call took.", lambda it: it.call.total_seconds),
    Column("cost_usd", "What it cost in dollars; empty until that is settled.", lambda it: it.call.cost),
    Column(
        "cost_is_estimate",
        "Whether that is our estimate; no where the carrier told it.",
        lambda it: it.call.cost_is_estimate,
    ),
)
NOTES = Column(
    "notes",
    "What supporters wrote of their call, a line a note. They are forgotten here after 90 days, and not in your file.",
    lambda it: "\n".join(it.notes),
)


def columns(*, with_notes: bool) -> tuple[Column, ...]:
    """Those of a file."""
    return (*COLUMNS, NOTES) if with_notes else COLUMNS


def rows_of(entries: Iterable[Entry], shown: Sequence[Column]) -> list[list[Cell]]:
    """A row for each call."""
    return [[column.of(entry) for column in shown] for entry in entries]
