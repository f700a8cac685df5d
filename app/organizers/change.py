"""A change that an organizer makes: what its form was shown, how it is made, and how an earlier state comes back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from flask import request
from flask_security import current_user

from app.campaigns.versions import CampaignChangedError
from app.extensions import given
from app.organizers.audited import Told, noted
from app.representatives.roster.correct_lines import NoLongerSittingError
from app.serving.forms import F, Filled
from app.store.db import db
from app.store.unit import unit

T = TypeVar("T")
FASTER = (
    "Somebody else changed the same meanwhile. What you typed is below, with what stands there now: compare, and save "
    "again."
)


@dataclass(frozen=True)
class Who:
    """Who changes something, and when."""

    by: str
    now: datetime


class Came(StrEnum):
    """What came of it."""

    CHANGED = "changed"
    SAME = "same"  # it is so already
    FASTER = "faster"  # somebody else changed it since the form was shown, so nothing was done


def _nothing(_which: str, _who: Who) -> bool:
    return False


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a page supplies of a change.

    `told` is what the audit log tells of it. `seen` stands in its forms, and is another one as soon as what they show
    is. `apply` and `undo` write and say whether that changed anything; `undo` is told which earlier state. Without it
    the form itself is the way back.
    """

    told: Told
    seen: str
    apply: Callable[[T, Who], bool]
    undo: Callable[[str, Who], bool] = _nothing


def made(change: Change[T], meant: T) -> Came:
    """Make the change as one unit of work, for whoever saw what stands there now."""
    return _done(change, lambda: change.apply(meant, _who()))


def saved(told: Told, save: Callable[[Who], bool]) -> Came:
    """Save what was typed as one unit of work; the use case itself looks what its form was shown."""
    return _kept(told, lambda: save(_who()))


def undone(change: Change[T], which: str = "") -> Came:
    """Take the change back that was seen, as one unit of work."""
    return _done(change, lambda: change.undo(which, _who()))


def as_shown(form: Filled[F], change: Change[T]) -> Filled[F]:
    """The form as a page shows it: where nobody sent it, it is shown what there is now."""
    return replace(form, seen=form.seen or change.seen)


def outrun(form: Filled[F], field: str, sentence: str) -> Filled[F]:
    """The form with what was typed, for whoever now sees what somebody else made of it."""
    return replace(form.with_error(field, sentence), seen="")


def digest(*shown: object) -> str:
    """A short sign of what a form shows."""
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def _done(change: Change[T], do: Callable[[], bool]) -> Came:
    return Came.FASTER if request.form.get("seen") != change.seen else _kept(change.told, do)


def _kept(told: Told, do: Callable[[], bool]) -> Came:
    with unit(db.session) as work:
        try:
            came = Came.CHANGED if noted(work.session, told, do) else Came.SAME
        except (CampaignChangedError, NoLongerSittingError):
            came = Came.FASTER
        if came is not Came.CHANGED:
            work.roll_back()
    return came


def _who() -> Who:
    return Who(current_user.email, given().clock())
