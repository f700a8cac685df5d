"""Whether whoever dials a campaign's number reaches us, and it may be shown to those who are rung."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup.looked import Looked
from app.guard.phone_numbers import national
from app.readiness.check import About, Check, Weight
from app.telephony.number_setup import NumberSetup
from models import Campaign

CONNECT = "Press “Connect it again” on the campaign's page “Number”, or run: flask hotline"


def number_checks(session: Session, looked: Looked, base_url: str) -> Iterator[Check]:
    """What is not right with the campaigns' numbers, where the carrier said which the account owns."""
    if looked.numbers is None:
        return
    for number in campaign_numbers(session):
        yield from checks_of(number, looked, base_url)


def checks_of(number: str, looked: Looked, base_url: str) -> Iterator[Check]:
    """What is not right with one number."""
    wanted, found = NumberSetup.hotline(base_url), looked.number(number)
    if found is None:
        yield not_owned(number)
    elif not found.has_voice:
        yield _told(f"{national(number)} takes no calls, and cannot be shown to anybody.", "Give the campaign another.")
    elif found.is_hijacked or found.voice_url != wanted.voice_url:
        yield _told(f"Whoever dials {national(number)} does not reach Ringdown.")
    elif found.status_url != wanted.status_url:
        yield _told(f"The carrier does not tell us when callers of {national(number)} hang up.")
    elif not found.fallback_url:
        yield _told(f"Callers of {national(number)} hear the carrier's own error where this server does not answer.")


def campaign_numbers(session: Session) -> list[str]:
    """The numbers of all campaigns, each once: one that has ended keeps its own until somebody lets it go."""
    query = select(Campaign.phone_number).where(Campaign.phone_number != "").distinct()
    return list(session.scalars(query.order_by(Campaign.phone_number)))


def not_owned(number: str) -> Check:
    """The account does not own this number."""
    sentence = f"The carrier's account does not own {national(number)}."
    return _told(sentence, "Buy that number there, or give the campaign another.")


def _told(sentence: str, cure: str = CONNECT) -> Check:
    return Check(About.NUMBERS, Weight.WARNS, sentence, cure)
