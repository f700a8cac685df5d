"""Brings forward what the journal beside the keys tells: who refused or was forgotten since an older database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import ARRAY, DateTime, LargeBinary, String, bindparam, exists, func, or_, select
from sqlalchemy import cast as cast_to
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.forgetting.number import forget_marked
from app.guard.journal.lines import Line, What
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import longest
from models import DoNotCall

log = structlog.get_logger()

AT_ONCE = 500


@dataclass(frozen=True)
class BroughtForward:
    """How many refusals the database lacked, and how many calls knew a number that was forgotten."""

    refused: int
    forgotten: int


def bring_forward(session: Session, vault: PhoneVault, now: datetime) -> BroughtForward:
    """Do once more what was done since the database is of; and write down what only the database knows.

    Refusals that are known by another key are left: there nobody is rung anyway.
    """
    standing = vault.journal.standing(now)
    refused = [line for line in standing.refused if line.by == vault.refusals_by]
    done = BroughtForward(
        sum(_refuse(session, some) for some in _by_few(refused)),
        sum(_forget(session, some) for some in _by_few(standing.forgotten)),
    )
    if done.refused or done.forgotten:
        log.warning("journal_brought_forward", refused=done.refused, forgotten=done.forgotten)
    known = {line.marks[0] for line in refused}
    vault.journal.write(*_only_here(session, vault, known, now))
    return done


def _by_few(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    yield from (lines[nth : nth + AT_ONCE] for nth in range(0, len(lines), AT_ONCE))


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


def _only_here(session: Session, vault: PhoneVault, known: set[bytes], now: datetime) -> Iterator[Line]:
    """Refusals of before there was a journal, or that could not be written then."""
    holds = or_(DoNotCall.until.is_(None), DoNotCall.until > now)
    for one in session.scalars(select(DoNotCall).where(holds).execution_options(yield_per=AT_ONCE)):
        if one.phone_hash not in known:
            yield Line(What.REFUSED, one.asked_at, (one.phone_hash,), vault.refusals_by, one.how, one.until)
