"""What somebody learns who takes this server today: by the database as it is, with the keys and without."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.guard.keys.days import PREFIX, sealed_by
from app.guard.keys.folder import KeyOf, KeysFolder
from app.guard.keys.holds import OF_A_HOLD, is_of_a_hold
from models import (
    Call,
    CalledOffice,
    CarrierEvent,
    CarrierRecord,
    CarrierSetup,
    Consent,
    DialIn,
    DoNotCall,
    Feedback,
    Leg,
    NumberRung,
    Organizer,
    OrganizerPhone,
    OrganizerSession,
    RateLimit,
    TypedForm,
    UnsentForm,
    VisitorAsked,
)


class Form(StrEnum):
    """How something is written down, and so what it tells to whom."""

    CLEAR = "clear"
    OF_A_DAY = "sealed by the key of its day"
    SEALED = "encrypted by the keys of the settings"
    HASHED = "keyed hash"
    MARKED = "keyed hash, locked by the key of its day"
    OF_A_HOLD = "sealed by the key of a legal hold"
    AWAY = "sealed for a key that is not here"
    BY_CHANCE = "hash of what was made by chance"


# What each form tells without the keys, and with them.
LEARNS = {
    Form.CLEAR: ("can be read", "can be read"),
    Form.OF_A_DAY: ("only that they are there", "can be read, of each day whose key is still there"),
    Form.OF_A_HOLD: ("only that they are there", "can be read, until the hold is over"),
    Form.SEALED: ("only that they are there", "can be read"),
    Form.HASHED: (
        "which rows belong to the same number or visitor",
        "can be found out: there are so few numbers and addresses that all can be tried",
    ),
    Form.MARKED: (
        "which rows of one day belong to the same number or visitor",
        "can be found out, of each day whose key is still there: so few are there that all can be tried",
    ),
    Form.AWAY: ("only that they are there", "only that they are there: the key is kept off this server"),
    Form.BY_CHANCE: ("nothing", "nothing: they open nothing again"),
}


@dataclass(frozen=True)
class Kept:
    """One thing that is kept: what it is to a reader, in which columns, in which form."""

    what: str
    form: Form
    columns: tuple[InstrumentedAttribute[object], ...]
    of: KeyOf | None = None  # the kind of its day's key


@dataclass(frozen=True)
class Learned:
    """How many there are of it now, and what they tell."""

    what: str
    form: Form
    how_many: int
    readable: int  # of what is sealed by days' keys, with those that are still there

    @property
    def without_keys(self) -> str:
        """To somebody who has the database and its files alone."""
        return LEARNS[self.form][0]

    @property
    def with_keys(self) -> str:
        """To somebody who has the settings and the folder of keys besides."""
        return LEARNS[self.form][1]


def _kept(what: str, form: Form, *columns: object, of: KeyOf | None = None) -> Kept:
    return Kept(what, form, columns, of)  # type: ignore[arg-type]  # of whatever type


EVERYTHING = (
    _kept("numbers of supporters", Form.OF_A_DAY, Call.phone_encrypted, of=KeyOf.NUMBERS),
    _kept("what pages were told within the half hour", Form.OF_A_DAY, TypedForm.form_sealed, of=KeyOf.PAGES),
    _kept("the keys to these pages", Form.BY_CHANCE, TypedForm.key_hash),
    _kept("of these, numbers that a legal hold keeps", Form.OF_A_HOLD, Call.phone_encrypted),
    _kept("hashes of numbers of calls", Form.MARKED, Call.phone_hash, of=KeyOf.RINGS),
    _kept("that somebody consented, and when", Form.CLEAR, Consent.given_at),
    _kept("whose consent it was", Form.AWAY, Consent.phone_sealed),
    _kept("hashes of numbers that asked never to be called", Form.HASHED, DoNotCall.phone_hash),
    _kept("hashes of numbers that rang lately", Form.MARKED, NumberRung.phone_hash, of=KeyOf.RINGS),
    _kept(
        "hashes by which limits know numbers and visitors",
        Form.MARKED,
        RateLimit.who_hash,
        VisitorAsked.visitor_hash,
        DialIn.visitor_hash,
        of=KeyOf.LIMITS,
    ),
    _kept("towns of callers", Form.CLEAR, Call.town, DialIn.town),
    _kept("calls in which it is asked where somebody lives: districts", Form.CLEAR, Call.heard),
    _kept("calls with their campaign, office, time and outcome", Form.CLEAR, CalledOffice.id),
    _kept("what supporters wrote of an office", Form.OF_A_DAY, Feedback.note_sealed, of=KeyOf.NOTES),
    _kept("of these, notes that a legal hold keeps", Form.OF_A_HOLD, Feedback.note_sealed),
    _kept("the same of before, in clear", Form.CLEAR, Feedback.note),
    _kept("requests of the carrier", Form.CLEAR, CarrierEvent.told),
    _kept("the carrier's names of calls, which lead to numbers at the carrier", Form.CLEAR, Leg.carrier_sid),
    _kept("of these, what the carrier is still to delete", Form.CLEAR, CarrierRecord.sid),
    _kept("the carrier's tokens", Form.SEALED, CarrierSetup.token_encrypted, CarrierSetup.api_key_encrypted),
    _kept("names and mail addresses of organizers", Form.CLEAR, Organizer.email),
    _kept("numbers of organizers", Form.SEALED, OrganizerPhone.phone_encrypted),
    _kept("forms that organizers could not send", Form.SEALED, UnsentForm.form_encrypted),
    _kept("sessions of organizers", Form.BY_CHANCE, OrganizerSession.key_hash),
)


def what_if_seized(session: Session, keys: KeysFolder) -> Iterator[Learned]:
    """Of everything that is kept how many there are, and what they tell today."""
    for kept in EVERYTHING:
        of_a_hold = kept.form is Form.OF_A_HOLD
        there = sum(_how_many(session, column, of_a_hold=of_a_hold) for column in kept.columns)
        readable = sum(_readable(session, column, keys, kept.of) for column in kept.columns) if kept.of else 0
        yield Learned(kept.what, kept.form, there, readable)


def _how_many(session: Session, column: InstrumentedAttribute[object], *, of_a_hold: bool) -> int:
    held = [func.substr(column, 1, PREFIX) == OF_A_HOLD] if of_a_hold else []
    return session.scalar(select(func.count()).where(_is_there(column), *held)) or 0


def _readable(session: Session, column: InstrumentedAttribute[object], keys: KeysFolder, of: KeyOf) -> int:
    """How many were sealed by a key that is still there."""
    named, begins = set(keys.names(of)), func.substr(column, 1, PREFIX)
    days = session.execute(select(begins, func.count()).where(column.is_not(None)).group_by(begins)).all()
    return sum(how_many for begin, how_many in days if is_of_a_hold(bytes(begin)) or sealed_by(bytes(begin)) in named)


def _is_there(column: InstrumentedAttribute[object]) -> ColumnElement[bool]:
    """Whether it holds anything: an empty text is nothing, nor is the JSON of nothing."""
    return column.is_not(None) & cast(column, String).not_in(["", "{}", "null", "\\x"])
