"""What every rehearsal stands on: the campaign, everything in one process, and the call as it ended."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.calls.plan import PlannedOffice
from app.calls.run.reconcile import Reconciling, reconcile
from app.calls.shown.log.page import log_row
from app.calls.shown.log.row import LogRow
from app.campaigns.at_door import find_campaign, first_live_slug
from app.campaigns.in_force import CampaignWords, campaign_words
from app.cli.rehearse.endings import OFFICES, stage
from app.one_process import Arrangement, Running
from app.rehearsal.endings import Ending
from app.store.db import db
from app.store.unit import unit
from app.telephony.local_network import AcceleratedClock, Faults, Line, Request
from models import IN_FLIGHT, Call, Leg, WhomToCall

PATIENCE = 20.0  # how many times as long as Twilio: a busy computer is no fault of the campaign's
PATIENCE_SECONDS = 120.0
BEAT_SECONDS = 0.02


class CannotRehearse(Exception):
    """The call cannot be placed; the message says why and what to do."""


@dataclass(frozen=True)
class Played:
    """A rehearsal that was played: the call as the log has it, what was said, what the carrier asked."""

    representative: str
    call: LogRow
    transcript: Sequence[Line]
    requests: Sequence[Request]


def campaign_to_rehearse(whom_to_call: WhomToCall | None) -> CampaignWords:
    """The live campaign, calling others than its own whom_to_call where that is to be tried.

    Raises:
        CannotRehearse: no campaign is live.
    """
    slug = first_live_slug(db.session)
    door = find_campaign(db.session, slug) if slug else None
    if door is None:
        raise CannotRehearse("No campaign is live: publish one, or run `flask seed` for the first.")
    words = campaign_words(db.session, door.id, door.version)
    return replace(words, whom_to_call=whom_to_call) if whom_to_call else words


def arrangement(words: CampaignWords, faults: Sequence[str], whom_to_call: WhomToCall | None) -> Arrangement:
    """Everything for one rehearsal, with a queue of its own and what the network does to reports."""
    return Arrangement(
        numbers=(words.phone_number,),
        network_clock=AcceleratedClock(),
        patience=PATIENCE,
        faults=Faults(
            repeat="repeat" in faults,
            repeat_turns="repeat" in faults,
            reorder="reorder" in faults,
            drop=0.5 if "drop" in faults else 0.0,
        ),
        rehearsal=True,
        whom_to_call=whom_to_call,
        queue=f"rehearsal-{secrets.token_hex(6)}",
    )


def script_offices(everything: Running, offices: Sequence[PlannedOffice], endings: Sequence[Ending]) -> None:
    """Tell every line how it ends; all lines alike where nobody knows yet whom the keys will choose."""
    OFFICES.get(endings[0], OFFICES[Ending.NO_ANSWER])(everything.network.everyone_else())
    scene = stage(offices, endings)
    numbers = (office.number for office in offices if office.number)
    for number, act in zip(numbers, scene.offices, strict=True):
        act(everything.network.phone(number))


def finish(everything: Running, call_id: int, faults: Sequence[str]) -> Played:
    """Wait for the end of the call, and read what became of it."""
    with everything.app.app_context():
        wait_for_end(db.session, everything, call_id)
        if "drop" in faults:
            repair(db.session, everything, call_id)
        call = read(db.session, call_id)
    names = (office.representative for office in call.offices if not office.passed_over)
    network = everything.network
    return Played(next(filter(None, names), ""), call, network.transcript(), network.requests())


def wait_for_end(session: Session, everything: Running, call_id: int) -> None:
    """Wait until the carrier knows of the call, and then until nothing of it is under way."""
    begun = select(
        exists().where(Leg.call_id == call_id) | exists().where(Call.id == call_id, Call.status.not_in(IN_FLIGHT))
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not session.scalar(begun):
        session.rollback()
        if time.monotonic() > deadline:
            raise CannotRehearse("The call did not begin within two minutes. Is this computer very busy? Try again.")
        time.sleep(BEAT_SECONDS)
    session.rollback()
    everything.network.wait_until_idle(PATIENCE_SECONDS)


def repair(session: Session, everything: Running, call_id: int) -> None:
    """Ask the carrier at once what became of the call, as reconciliation does later."""
    own = everything.app.extensions["ringdown"]
    with unit(session) as work:
        reconcile(work, call_id, own.clock(), Reconciling(own.carrier, own.vault))


def read(session: Session, call_id: int) -> LogRow:
    """The call as the log has it."""
    session.rollback()
    call = log_row(session, call_id)
    if call is None:
        raise CannotRehearse("The call that was rehearsed is gone from the database.")
    return call
