"""Use cases: search for numbers and buy one, once, whatever happens to the carrier's answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.carrier_setup.neighbors import neighbors_of
from app.store.unit import Unit
from app.telephony.account.api import NumbersApi
from app.telephony.account.facts import NumberForSale
from app.telephony.carrier import CarrierError, CarrierRefused
from app.telephony.faults import Whose, fault_of
from app.telephony.number_setup import NumberSetup
from models import NumberBought

NOT_FOR_SALE = frozenset({21421, 21422, 21452})
MOST_NEIGHBORS = 5


class Bought(StrEnum):
    """What came of it."""

    BOUGHT = "bought"
    OURS_ALREADY = "ours-already"
    GONE = "gone"  # somebody else was faster
    REFUSED = "refused"
    UNSURE = "unsure"  # the answer was lost, and nobody knows yet


@dataclass(frozen=True)
class Offers:
    """Numbers of an area, and of which: where it has none left, of its neighbours."""

    asked: str
    area_code: str
    numbers: tuple[NumberForSale, ...]


def search(numbers: NumbersApi, area_code: str) -> Offers:
    """What is for sale there, or next to it.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    for near in (area_code, *neighbors_of(area_code)[:MOST_NEIGHBORS]):
        found = _for_sale(numbers, near)
        if found:
            return Offers(area_code, near, found)
    return Offers(area_code, area_code, ())


def _for_sale(numbers: NumbersApi, area_code: str) -> tuple[NumberForSale, ...]:
    try:
        return tuple(numbers.for_sale(area_code))
    except CarrierRefused as refusal:
        if fault_of(refusal.code).whose is Whose.OURS:
            raise
        return ()  # it knows no such area code


def buy(work: Unit, numbers: NumbersApi, number: str, setup: NumberSetup, *, by: str, now: datetime) -> Bought:
    """Buy it. Commits before the carrier is asked, so that whoever comes next looks it up instead of buying another."""
    written = insert(NumberBought).values(phone_number=number, asked_by=by, asked_at=now)
    work.session.execute(written.on_conflict_do_nothing())
    work.commit_so_far()
    came = _ask(numbers, number, setup)
    if came in {Bought.BOUGHT, Bought.OURS_ALREADY}:
        _note_bought(work.session, number, now)
    elif came is not Bought.UNSURE:
        _forget(work.session, number)
    return came


def settle_unsure(work: Unit, numbers: NumbersApi, now: datetime) -> list[str]:
    """Look up what nobody knows of yet; returns the numbers that were bought after all. Commits before it asks.

    Raises:
        CarrierError: the carrier gave no answer.
    """
    unsure = work.session.scalars(select(NumberBought.phone_number).where(NumberBought.bought_at.is_(None))).all()
    work.commit_so_far()
    ours = [number for number in unsure if numbers.find(number)]
    for number in ours:
        _note_bought(work.session, number, now)
    for number in set(unsure).difference(ours):
        _forget(work.session, number)
    return ours


def _ask(numbers: NumbersApi, number: str, setup: NumberSetup) -> Bought:
    """Whatever the carrier answers, or does not: what counts is whether the number is ours then."""
    try:
        if numbers.find(number):
            return Bought.OURS_ALREADY
        numbers.buy(number, setup)
    except CarrierRefused as refusal:
        return Bought.GONE if refusal.code in NOT_FOR_SALE else Bought.REFUSED
    except CarrierError:
        return _looked_up(numbers, number)
    return Bought.BOUGHT


def _looked_up(numbers: NumbersApi, number: str) -> Bought:
    try:
        return Bought.BOUGHT if numbers.find(number) else Bought.UNSURE
    except CarrierError:
        return Bought.UNSURE


def _note_bought(session: Session, number: str, now: datetime) -> None:
    session.execute(update(NumberBought).where(NumberBought.phone_number == number).values(bought_at=now))


def _forget(session: Session, number: str) -> None:
    """It was not bought: it can be asked for again."""
    gone = session.get(NumberBought, number)
    if gone is not None:
        session.delete(gone)
