"""Whole calls: a supporter, an office and a log, joined by the embedded phone network on its accelerated clock."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import requests
from sqlalchemy import create_engine, exists, select
from sqlalchemy.orm import Session, joinedload

from app.config import Settings
from app.one_process import Arrangement, Running, running
from app.telephony.local_network import AcceleratedClock, Faults, Phone
from app.telephony.local_network.phones.behaviour import Behaviour
from models import IN_FLIGHT, Call, CalledOffice, Feedback, Leg
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import PATIENCE, eventually
from tests.world.people.supporter import TOKEN

SUPPORTER = "+16175550123"


@dataclass
class CallLog:
    """The log, as the database has it."""

    session: Session

    def all(self) -> list[Call]:
        """Every call, oldest first."""
        self.session.rollback()
        offices = joinedload(Call.offices)
        whole = select(Call).options(
            offices.joinedload(CalledOffice.office_holder), offices.joinedload(CalledOffice.office_line)
        )
        calls = self.session.scalars(whole.order_by(Call.id).execution_options(populate_existing=True))
        return list(calls.unique())

    def only(self) -> Call:
        """The one call there is."""
        (call,) = self.all()
        return call

    def has_calls_unknown_to_the_carrier(self) -> bool:
        """Whether a call was asked for that the carrier was not asked for yet."""
        self.session.rollback()
        unknown = exists().where(Call.status.in_(IN_FLIGHT), ~exists().where(Leg.call_id == Call.id))
        return bool(self.session.scalar(select(unknown)))

    def legs(self) -> list[Leg]:
        """Every leg of every call."""
        self.session.rollback()
        return list(self.session.scalars(select(Leg).order_by(Leg.id)))

    def reports(self) -> list[tuple[Feedback, CalledOffice]]:
        """What supporters reported, and of which office."""
        self.session.rollback()
        told = select(Feedback, CalledOffice).join(CalledOffice).order_by(CalledOffice.rank)
        return [(feedback, office) for feedback, office in self.session.execute(told)]


@dataclass
class Journey:
    """One small world in motion."""

    everything: Running
    call_log: CallLog

    @property
    def supporter_phone(self) -> Phone:
        """The supporter's phone, to say how it behaves."""
        return self.everything.network.phone(SUPPORTER)

    @property
    def office_phone(self) -> Phone:
        """The office's phone: every other number there is."""
        return self.everything.network.everyone_else()

    def supporter_asks_to_be_called(self, town: str = "Holyoke", **typed: Any) -> requests.Response:
        """Open the page, fill the form, press the button, and wait until all is quiet."""
        answer = self.supporter_sends(town=town, **typed)
        self.waits()
        return answer

    def supporter_sends(self, **typed: Any) -> requests.Response:
        """Open the page, fill the form, press the button."""
        url = f"{self.everything.web_url}/c/safe-communities"
        token = TOKEN.search(requests.get(url, timeout=PATIENCE).text)
        form = {"token": token[1] if token else "", "phone": SUPPORTER, "town": "Holyoke", "consent": "en"}
        return requests.post(f"{url}/call", data=form | typed, timeout=PATIENCE)

    def somebody_dials_in(self, number: str, *answers: str) -> Call:
        """Dial the hotline from a phone that answers the questions so; returns the newest call."""
        book = self.everything.network.plant.book
        book[number] = replace(book.get(number, Behaviour()), replies=())
        phone = self.everything.network.phone(number)
        for answer in answers:
            phone.then_says(answer) if answer.isalpha() or " " in answer else phone.then_presses(answer)
        return self.somebody_dials(number)

    def somebody_dials(self, number: str) -> Call:
        """Dial the hotline from a phone that behaves as was said; returns the newest call."""
        self.everything.network.phone(number).dials(CAMPAIGN_NUMBER)
        self.everything.network.wait_until_idle(PATIENCE)
        return self.call_log.all()[-1]

    def waits(self) -> None:
        """Wait until every call that was asked for was handed to the carrier, and the carrier is idle."""
        assert eventually(lambda: not self.call_log.has_calls_unknown_to_the_carrier()), "the call did not begin"
        self.everything.network.wait_until_idle(PATIENCE)

    def waits_for_the_carrier(self) -> None:
        """Wait until the carrier was asked for a call and is idle, whatever it answered."""
        asked = self.everything.network.rest_calls
        assert eventually(lambda: any(one.method == "POST" for one in asked())), "the carrier was not asked"
        self.everything.network.wait_until_idle(PATIENCE)

    def program_says(self) -> str:
        """Everything the program said, in one text."""
        return " ".join(line.text or "" for line in self.everything.network.transcript() if line.who == "program")

    def paths(self) -> list[str]:
        """What the carrier asked for, without tokens."""
        return [re.sub(r"/voice/[^/]+/", "/voice/…/", one.path) for one in self.everything.network.requests()]


@contextmanager
def journey(settings: Settings, faults: Faults | None = None, **how: Any) -> Iterator[Journey]:
    """Run everything on the test's database for as long as the context lasts."""
    arrangement = Arrangement(
        numbers=(CAMPAIGN_NUMBER,), network_clock=AcceleratedClock(), faults=faults, patience=20, **how
    )
    engine = create_engine(settings.database_direct_url or settings.database_url)
    try:
        with running(settings, arrangement) as everything, Session(engine) as session:
            yield Journey(everything, CallLog(session))
    finally:
        engine.dispose()
