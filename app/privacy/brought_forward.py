"""Brings forward what the journal beside the keys tells since an older database: who refused or was forgotten.

Likewise what was taken out of notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice

import structlog
from sqlalchemy import (
    ARRAY,
    BigInteger,
    DateTime,
    LargeBinary,
    String,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.forgetting.number import forget_marked
from app.guard.journal.file import Journal
from app.guard.journal.lines import Line, What
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import longest
from app.privacy.holding.restored import bring_holds_forward
from models import DoNotCall, Feedback

log = structlog.get_logger()

AT_ONCE = 500


@dataclass(frozen=True)
class BroughtForward:
    """How many refusals the database lacked, calls knew a number that was forgotten, and notes said too much.

    And how many refusals it knew still that had been taken back.
    """

    refused: int
    forgotten: int
    redacted: int = 0
    taken_back: int = 0


NOTHING = BroughtForward(0, 0)


def bring_forward(session: Session, vault: PhoneVault, now: datetime) -> BroughtForward:
    """Do once more what was done since the database is of; and write down what only the database knows.

    Refusals that are known by another key are left: there nobody is rung anyway.
    """
    bring_holds_forward(session, vault.days.holds, now)
    standing, redacted = vault.journal.standing(now), vault.of_notes.standing(now).redacted
    refused = [line for line in standing.refused if line.by == vault.refusals_by]
    taken_back = [line for line in standing.taken_back if line.by == vault.refusals_by]
    no_more = sum(_take_back(session, some) for some in _by_few(taken_back))  # first: some refused again after that
    done = BroughtForward(
        sum(_refuse(session, some) for some in _by_few(refused)),
        sum(_forget(session, some) for some in _by_few(standing.forgotten)),
        sum(_redact(session, some) for some in _by_few(redacted)),
        no_more,
    )
    if done != NOTHING:
        log.warning("journal_brought_forward", **asdict(done))
    known = {line.marks[0] for line in refused}
    _write(vault.journal, _only_here(session, vault, known, now))
    _write(vault.of_notes, _notes_only_here(session, {line.how for line in redacted}))
    return done


def _write(journal: Journal, lines: Iterator[Line]) -> None:
    """All of them, or as many as can be written now: what is left the next start finds again."""
    journal.write()  # what waits already
    all(journal.write(*some) for some in _by_few(lines))


def _by_few(lines: Iterable[Line]) -> Iterator[Sequence[Line]]:
    rest = iter(lines)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _forget(session: Session, lines: Sequence[Line]) -> int:
    return forget_marked(session, {mark: line.at for line in lines for mark in line.marks}).calls


_TOLD = (
    func.unnest(
        cast_to(bindparam("marks"), ARRAY(LargeBinary)),
        cast_to(bindparam("ats"), ARRAY(DateTime(timezone=True))),
        cast_to(bindparam("hows"), ARRAY(String)),
        cast_to(bindparam("untils"), ARRAY(DateTime(timezone=True))),
    )
    .table_valued("phone_hash", "asked_at", "how", "until")
    .render_derived()
)
_LASTS = or_(DoNotCall.until.is_(None), DoNotCall.until >= _TOLD.c.until)
_IS_THERE = exists().where(DoNotCall.phone_hash == _TOLD.c.phone_hash, _LASTS)
_NEW = insert(DoNotCall).from_select([column.name for column in _TOLD.c], select(_TOLD).where(~_IS_THERE))
_REFUSE = select(longest(_NEW).returning(DoNotCall.how).cte("refused").c.how)


def _refuse(session: Session, lines: Sequence[Line]) -> int:
    """Put on the list whoever is not on it, or for less long; returns how many that were."""
    told = {
        "marks": [line.marks[0] for line in lines],
        "ats": [line.at for line in lines],
        "hows": [line.how for line in lines],
        "untils": [line.until for line in lines],
    }
    return len(session.execute(_REFUSE, told).all())


# Whoever was put on the list after that asked once more.
_TAKEN_BACK = (
    func.unnest(
        cast_to(bindparam("marks"), ARRAY(LargeBinary)), cast_to(bindparam("ats"), ARRAY(DateTime(timezone=True)))
    )
    .table_valued("phone_hash", "at")
    .render_derived()
)
_TAKE_OFF = (
    delete(DoNotCall)
    .where(DoNotCall.phone_hash == _TAKEN_BACK.c.phone_hash, DoNotCall.asked_at <= _TAKEN_BACK.c.at)
    .returning(DoNotCall.how)
)


def _take_back(session: Session, lines: Sequence[Line]) -> int:
    """Take off the list whose refusal was taken back; returns how many stood there still."""
    told = {"marks": [line.marks[0] for line in lines], "ats": [line.at for line in lines]}
    return len(session.execute(_TAKE_OFF, told, execution_options={"synchronize_session": False}).all())


_LEFT = (
    func.unnest(
        cast_to(bindparam("ids"), ARRAY(BigInteger)),
        cast_to(bindparam("lefts"), ARRAY(LargeBinary)),
        cast_to(bindparam("ats"), ARRAY(DateTime(timezone=True))),
    )
    .table_valued("note_id", "left", "at")
    .render_derived()
)
# Whatever was written later is another note, though it may have the id of one that the database does not know any more.
_WRITTEN_BEFORE = func.coalesce(Feedback.changed_at, Feedback.created_at) <= _LEFT.c.at
_SAYS_MORE = or_(Feedback.note_sealed != _LEFT.c.left, Feedback.note != "")
_TAKE_OUT = (
    update(Feedback)
    .where(Feedback.id == _LEFT.c.note_id, _WRITTEN_BEFORE, _SAYS_MORE)
    .values(note_sealed=_LEFT.c.left, note="", redacted_at=_LEFT.c.at)
    .returning(Feedback.id)
)


def _redact(session: Session, lines: Sequence[Line]) -> int:
    """Leave of these notes what was left of them; returns how many said more."""
    told = {
        "ids": [int(line.how) for line in lines],
        "lefts": [line.marks[0] for line in lines],
        "ats": [line.at for line in lines],
    }
    return len(session.execute(_TAKE_OUT, told, execution_options={"synchronize_session": False}).all())


def _only_here(session: Session, vault: PhoneVault, known: set[bytes], now: datetime) -> Iterator[Line]:
    """Refusals of before there was a journal, or that could not be written then."""
    holds = or_(DoNotCall.until.is_(None), DoNotCall.until > now)
    for one in session.scalars(select(DoNotCall).where(holds).execution_options(yield_per=AT_ONCE)):
        if one.phone_hash not in known:
            yield Line(What.REFUSED, one.asked_at, (one.phone_hash,), vault.refusals_by, one.how, one.until)


def _notes_only_here(session: Session, known: set[str]) -> Iterator[Line]:
    """The same of words that were taken out of notes."""
    redacted = select(Feedback.id, Feedback.redacted_at, Feedback.note_sealed).where(
        Feedback.redacted_at.is_not(None), Feedback.note_sealed.is_not(None)
    )
    for one in session.execute(redacted.execution_options(yield_per=AT_ONCE)):
        if str(one.id) not in known:
            yield Line(What.REDACTED, one.redacted_at, (one.note_sealed,), how=str(one.id))
