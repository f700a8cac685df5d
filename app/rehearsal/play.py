"""Plays a rehearsal: runs everything in one process, posts the form like a browser, and waits for the end."""

import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import requests
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.calls.campaigns import CampaignWords, campaign_words, find_campaign, first_live_slug
from app.calls.reconcile import Reconciling, reconcile
from app.config import Settings
from app.db import db
from app.one_process import Arrangement, Running, running
from app.rehearsal.endings import ENDINGS, Ending
from app.representatives import ResolutionKind
from app.telephony.local_network import AcceleratedClock, Faults, Line, Request
from app.web.whom import Found, whom
from models import IN_FLIGHT, Call, Leg

SUPPORTER = "+13395550142"  # fictional, and used by rehearsals alone
PATIENCE_SECONDS = 30.0
BEAT_SECONDS = 0.02
TOKEN = re.compile(r'name="token" value="([^"]+)"')


class CannotRehearse(Exception):
    """The call cannot be placed; the message says why and what to do."""


@dataclass(frozen=True)
class Rehearsal:
    """What to rehearse."""

    town: str
    representative: str
    ending: Ending
    faults: Sequence[str] = ()


@dataclass(frozen=True)
class Played:
    """A rehearsal that was played: the call as the log has it, what was said, what the carrier asked."""

    representative: str
    call: Call
    transcript: Sequence[Line]
    requests: Sequence[Request]


def play(settings: Settings, rehearsal: Rehearsal) -> Played:
    """Play a whole call.

    Raises:
        CannotRehearse: no campaign is live, or the town does not lead to one office with a number.
    """
    words, found = _look_up(rehearsal)
    with running(settings, _arrangement(rehearsal, words)) as everything:
        _script_phones(everything, rehearsal.ending)
        call_id = _ask_for_call(everything, words.slug, rehearsal, found)
        with everything.app.app_context():
            _wait_for_end(db.session, everything, call_id)
            if "drop" in rehearsal.faults:
                _repair(db.session, everything, call_id)
            call = _read(db.session, call_id)
    network = everything.network
    return Played(call.office_holder.name, call, network.transcript(), network.requests())


def _look_up(rehearsal: Rehearsal) -> tuple[CampaignWords, Found]:
    slug = first_live_slug(db.session)
    door = find_campaign(db.session, slug) if slug else None
    if door is None:
        raise CannotRehearse("No campaign is live: publish one, or run `flask seed` for the first.")
    words = campaign_words(db.session, door.id, door.version)
    found = whom(db.session, rehearsal.town, words.chamber, "")
    if found.resolution.kind is ResolutionKind.CHOOSE:
        found = _choose(found, rehearsal, words)
    if found.chosen is None or found.chosen.line is None:
        raise CannotRehearse(_why_not(found))
    return words, found


def _choose(found: Found, rehearsal: Rehearsal, words: CampaignWords) -> Found:
    wanted = rehearsal.representative.casefold()
    named = [person for person in found.candidates if person.name and wanted and wanted in person.name.casefold()]
    if len(named) != 1:
        names = ", ".join(person.name or f"vacant ({person.district})" for person in named or found.candidates)
        raise CannotRehearse(f"{found.place} has several: {names}. Choose one with --representative.")
    return whom(db.session, rehearsal.town, words.chamber, named[0].geoid)


def _why_not(found: Found) -> str:
    if found.chosen is None:
        return found.resolution.why
    if found.chosen.vacant:
        return f"The seat of the {found.chosen.district} district is vacant: there is nobody to call."
    return f"The office of {found.chosen.name} has no telephone number: there is nobody to call."


def _arrangement(rehearsal: Rehearsal, words: CampaignWords) -> Arrangement:
    faults = Faults(
        repeat="repeat" in rehearsal.faults,
        repeat_turns="repeat" in rehearsal.faults,
        reorder="reorder" in rehearsal.faults,
        drop=0.5 if "drop" in rehearsal.faults else 0.0,
    )
    return Arrangement(
        numbers=(words.phone_number,),
        network_clock=AcceleratedClock(),
        faults=faults,
        rehearsal=True,
        queue=f"rehearsal-{secrets.token_hex(6)}",
    )


def _script_phones(everything: Running, ending: Ending) -> None:
    supporter, office = ENDINGS[ending]
    supporter(everything.network.phone(SUPPORTER))
    office(everything.network.everyone_else())


def _ask_for_call(everything: Running, slug: str, rehearsal: Rehearsal, found: Found) -> int:
    """Open the campaign's page, fill the form, press the button."""
    page = requests.get(f"{everything.web_url}/c/{slug}", timeout=PATIENCE_SECONDS)
    token = TOKEN.search(page.text)
    form = {
        "token": token[1] if token else "",
        "phone": SUPPORTER,
        "town": rehearsal.town,
        "consent": "yes",
        "district": found.chosen.geoid if found.chosen else "",
    }
    answer = requests.post(
        f"{everything.web_url}/c/{slug}/call", data=form, allow_redirects=False, timeout=PATIENCE_SECONDS
    )
    if answer.status_code != requests.codes.see_other:
        raise CannotRehearse(f"The campaign's page did not place the call (it answered {answer.status_code}).")
    page_token = answer.headers["Location"].partition("#")[0].rpartition("/")[2]
    return int(everything.app.extensions["ringdown"].tokens.read("page", page_token))


def _wait_for_end(session: Session, everything: Running, call_id: int) -> None:
    """Wait until the carrier knows of the call, and then until nothing of it is under way."""
    begun = select(
        exists().where(Leg.call_id == call_id) | exists().where(Call.id == call_id, Call.status.not_in(IN_FLIGHT))
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not session.scalar(begun):
        session.rollback()
        if time.monotonic() > deadline:
            raise CannotRehearse("The call did not begin within 30 seconds. Is this computer very busy? Try again.")
        time.sleep(BEAT_SECONDS)
    session.rollback()
    everything.network.wait_until_idle(PATIENCE_SECONDS)


def _repair(session: Session, everything: Running, call_id: int) -> None:
    own = everything.app.extensions["ringdown"]
    reconcile(session, call_id, own.clock(), Reconciling(own.carrier, own.vault, quiet=timedelta()))


def _read(session: Session, call_id: int) -> Call:
    call = session.get_one(Call, call_id, populate_existing=True)
    _ = call.office_holder.name  # read now, while the session is open
    return call
