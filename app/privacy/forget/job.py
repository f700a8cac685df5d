"""Does every step of forgetting until nothing is due: a small batch, a commit, a pause, and the next."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from app.clock import Clock
from app.guard.phone_vault import PhoneVault
from app.privacy.forget.along import Along
from app.privacy.forget.calls import forget_calls
from app.privacy.forget.coarser import make_coarser
from app.privacy.forget.held import SEALS, Seals
from app.privacy.forget.holds_over import destroy_keys_of_holds, forget_asked
from app.privacy.forget.keys import destroy_keys
from app.privacy.forget.marks import mark_anew
from app.privacy.forget.notes import forget_notes
from app.privacy.forget.numbers import forget_numbers
from app.privacy.forget.others import forget_codes, forget_consents, forget_jobs, forget_slots
from app.store.unit import Unit

Step = Callable[[Session, datetime, Along], int]

STEPS: Sequence[Step] = (
    forget_asked,
    forget_numbers,
    forget_notes,
    forget_codes,
    make_coarser,
    forget_calls,
    forget_consents,
    forget_jobs,
    forget_slots,
)
PAUSE = 0.05  # seconds in which the phone has the database for itself
LASTS = 40.0  # seconds, after which the next job goes on


@dataclass(frozen=True)
class Forgetting:
    """What forgetting needs: a unit of work for each batch, the vault with its keys, and a clock."""

    within: Callable[[], AbstractContextManager[Unit]]
    vault: PhoneVault
    clock: Clock
    pause: Callable[[float], None] = time.sleep
    lasts: float = LASTS


def forget(how: Forgetting) -> int:
    """All that is due now, as long as it may last; returns in how many rows. Commits each batch.

    Who is still known is so by the key of today first, and what a hold keeps is sealed anew; the keys come last: what
    they sealed is gone by then, or is kept by a rule of its own.
    """
    until, done = time.monotonic() + how.lasts, 0
    for step in (*_with_keys(how.vault), *STEPS):
        along = Along()
        while some := _batch(how, step, along):
            done += some
            if time.monotonic() > until:
                return done
            how.pause(PAUSE)
    with how.within() as work:
        destroy_keys(work.session, how.vault.days, how.clock())
    with how.within() as work:
        destroy_keys_of_holds(work.session, how.vault.days.holds)
    return done


def _with_keys(vault: PhoneVault) -> Iterator[Step]:
    yield lambda session, _now, _along: mark_anew(session, vault.days)
    yield from (partial(_sealed, seals, vault) for seals in SEALS)


def _sealed(seals: Seals, vault: PhoneVault, session: Session, now: datetime, along: Along) -> int:
    return seals(session, vault, now, along)


def _batch(how: Forgetting, step: Step, along: Along) -> int:
    with how.within() as work:
        return step(work.session, how.clock(), along)
