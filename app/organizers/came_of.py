"""The words in which organizers read what came of a call, how that is known, and what a call is called."""

from collections.abc import Mapping

from app.calls.shown.log.came_of import BY_REPORT, CameOf, came_of, disagree
from app.calls.shown.log.row import LogOffice, LogRow
from app.organizers.labels import CORRECTED, END_REASON, LINE, REPORTED, REPORTED_BY, STATUS, Word
from models import ENDINGS, TO_ITS_OWNER, CallSource

CAME_OF: Mapping[CameOf, Word] = {
    CameOf.TALKED: Word("Talked to the office", "good"),
    CameOf.LEFT_MESSAGE: Word("Left a message", "good"),
    CameOf.OFFICE_PICKED_UP: Word("Office picked up", "warn"),
    CameOf.MAILBOX_FULL: Word("Mailbox full", "warn"),
    CameOf.REACHED_NOBODY: Word("Picked up, reached nobody", "warn"),
    CameOf.WRONG_NUMBER: Word("Wrong number", "bad"),
    CameOf.OFFICE_BUSY: Word("Office busy", "warn"),
    CameOf.OFFICE_SILENT: Word("Office did not pick up", "warn"),
    CameOf.OFFICE_NOT_REACHED: Word("Office not reached", "bad"),
    CameOf.LEFT_AS_IT_RANG: Word("Hung up while the office rang", "warn"),
    CameOf.NO_OFFICE: Word("No office to ring", "warn"),
    CameOf.LEFT_BEFORE_OFFICE: Word("Hung up before the office rang", "warn"),
    CameOf.GAVE_NO_PLACE: Word("Did not say where they live", "warn"),
    CameOf.REFUSED: Word("Asked not to be called", "bad"),
    CameOf.LEFT_IN_GREETING: Word("Hung up in the greeting", "warn"),
    CameOf.PRESSED_NOTHING: Word("Pressed nothing", "warn"),
    CameOf.NEVER_PICKED_UP: Word("Never picked up", "warn"),
    CameOf.PHONE_BUSY: Word("Supporter's phone busy", "warn"),
    CameOf.NOT_REACHED: Word("Not reached", "bad"),
    CameOf.CALLED_OFF: Word("Called off", "quiet"),
    CameOf.NOT_RUNG: Word("Not rung", "quiet"),
    CameOf.LOST: Word("Lost", "bad"),
    CameOf.UNDER_WAY: Word("Under way", "now"),
    CameOf.OWN_PHONE: Word("Told us: own phone", "quiet"),
    CameOf.WROTE: Word("Told us: wrote to them", "quiet"),
}

# Of these the time on the office's line tells something.
_TIMED = frozenset({CameOf.TALKED, CameOf.LEFT_MESSAGE, CameOf.OFFICE_PICKED_UP, CameOf.REACHED_NOBODY})
_ON_THE_LINE = frozenset({CameOf.TALKED, CameOf.OFFICE_PICKED_UP})

UNTOLD = "as its line shows; nobody told us"
WITHOUT_PLACE = "Somebody on the hotline who did not say where they live"
NOT_YET = "Somebody on the hotline who has not said yet where they live"
RUNG_BACK = "We ring back a number that asked for peace"
WITHOUT_OFFICE = "A call that came to no office"


def came_of_word(row: LogRow) -> Word:
    """What came of a call, such as "Talked to the office 2:14"; of one under way, where it is."""
    what = came_of(row)
    if what is CameOf.UNDER_WAY:
        return STATUS[row.status]
    word, seconds = CAME_OF[what], row.talk_seconds
    return Word(f"{word.text} {seconds // 60}:{seconds % 60:02d}", word.tone) if seconds and what in _TIMED else word


def how_known(row: LogRow) -> str:
    """From whom it is known, and why it ended, in a few words; nothing where the word says it all."""
    reason = None if came_of(row) is CameOf.REFUSED else row.end_reason
    return "; ".join(filter(None, (_told(row), END_REASON[reason] if reason else "")))


def call_title(row: LogRow) -> str:
    """What a call is called: from where to whom, or why there is neither."""
    whom = ", ".join(dict.fromkeys(it.representative or "a vacant seat" for it in row.offices if it.was_meant))
    if whom or row.town:
        return f"{row.town or 'Somewhere'} to {whom or 'no office'}"
    if row.source in TO_ITS_OWNER:
        return RUNG_BACK
    if row.source is CallSource.HOTLINE:
        return WITHOUT_PLACE if row.status in ENDINGS else NOT_YET
    return WITHOUT_OFFICE


def said_word(of: LogRow | LogOffice) -> Word | None:
    """What was told of a call or an office, as whoever told it would put it; None where nobody did."""
    said = of.reported_outcome
    if said is None:
        return None
    return Word(CORRECTED[said], "quiet") if of.is_corrected and said in CORRECTED else REPORTED[said]


def _told(row: LogRow) -> str:
    what, said, word = came_of(row), row.reported_outcome, said_word(row)
    if said is None or word is None or row.reported_source is None:
        return UNTOLD if what in _ON_THE_LINE else ""
    by = REPORTED_BY[row.reported_source]
    told = by if BY_REPORT.get(said) is what else f"{by}: {word.text.lower()}"
    if row.line_outcome and disagree(row.line_outcome, said):
        return f"the line showed: {LINE[row.line_outcome].text.lower()}; {told}"
    return told
