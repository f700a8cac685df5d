"""Plays a rehearsal: runs everything in one process, posts the form like a browser, and waits for the end."""

import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import requests
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.calls.campaigns import CampaignWords, campaign_words, find_campaign, first_live_slug
from app.calls.log import LogRow, select_rows, with_offices
from app.calls.reconcile import Reconciling, reconcile
from app.calls.targets import CHAMBERS
from app.calls.whom import Found, whom
from app.config import Settings
from app.db import db
from app.geocoding import NoGeocoder
from app.one_process import Arrangement, Running, running
from app.rehearsal.endings import Ending, stage
from app.representatives import ResolutionKind
from app.telephony.local_network import AcceleratedClock, Faults, Line, Request
from app.web.form import Typed, settled_token
from models import IN_FLIGHT, Call, Leg, PassedOver, TargetRule

SUPPORTER = "+13395550142"  # fictional, and used by rehearsals alone
PATIENCE_SECONDS = 30.0
BEAT_SECONDS = 0.02
TOKEN = re.compile(r'name="token" value="([^"]+)"')


NOBODY = {
    PassedOver.VACANT: "The seat of the {district} district is vacant: there is nobody to call.",
    PassedOver.NO_NUMBER: "The office of {name} has no telephone number: there is nobody to call.",
    PassedOver.SUPPORTS_ALREADY: "{name} supports this already and is not called.",
}


class CannotRehearse(Exception):
    """The call cannot be placed; the message says why and what to do."""


@dataclass(frozen=True)
class Rehearsal:
    """What to rehearse. `representatives` chooses where a town has several; `endings` are of the lines in turn."""

    town: str
    representatives: Sequence[str] = ()
    endings: Sequence[Ending] = (Ending.ANSWERED,)
    faults: Sequence[str] = ()
    targets: TargetRule | None = None


@dataclass(frozen=True)
class Played:
    """A rehearsal that was played: the call as the log has it, what was said, what the carrier asked."""

    representative: str
    call: LogRow
    transcript: Sequence[Line]
    requests: Sequence[Request]


def play(settings: Settings, rehearsal: Rehearsal) -> Played:
    """Play a whole call.

    Raises:
        CannotRehearse: no campaign is live, or the town does not lead to one office with a number.
    """
    words, typed, found = _look_up(rehearsal)
    with running(settings, _arrangement(rehearsal, words)) as everything:
        _script_phones(everything, found, rehearsal)
        call_id = _ask_for_call(everything, words.slug, typed)
        with everything.app.app_context():
            _wait_for_end(db.session, everything, call_id)
            if "drop" in rehearsal.faults:
                _repair(db.session, everything, call_id)
            call = _read(db.session, call_id)
    network = everything.network
    names = (office.representative for office in call.offices if not office.passed_over)
    return Played(next(filter(None, names), ""), call, network.transcript(), network.requests())


def _look_up(rehearsal: Rehearsal) -> tuple[CampaignWords, Typed, Found]:
    """The campaign, what a supporter types to reach those who are wanted, and who is found by that."""
    slug = first_live_slug(db.session)
    door = find_campaign(db.session, slug) if slug else None
    if door is None:
        raise CannotRehearse("No campaign is live: publish one, or run `flask seed` for the first.")
    words = campaign_words(db.session, door.id, door.version)
    words = replace(words, target_rule=rehearsal.targets) if rehearsal.targets else words
    typed = Typed(town=rehearsal.town)
    found = whom(db.session, words, typed, NoGeocoder().locate)
    for _ in CHAMBERS[words.target_rule]:
        if found.resolution.kind is ResolutionKind.CHOOSE and found.is_question:
            typed = replace(typed, district=_choose(found, rehearsal), settled=found.settled)
            found = whom(db.session, words, typed, NoGeocoder().locate)
    if not found.offices:
        raise CannotRehearse(_why_not(found))
    return words, typed, found


def _choose(found: Found, rehearsal: Rehearsal) -> str:
    wanted = [name.casefold() for name in rehearsal.representatives]
    named = [one for one in found.candidates if one.name and any(name in one.name.casefold() for name in wanted)]
    if len(named) != 1:
        names = ", ".join(person.name or f"vacant ({person.district})" for person in named or found.candidates)
        raise CannotRehearse(f"{found.place} has several: {names}. Choose one with --representative.")
    return named[0].geoid


def _why_not(found: Found) -> str:
    if not found.targets:
        return found.resolution.why
    missing = found.targets[0]
    return NOBODY[missing.passed_over or PassedOver.NO_NUMBER].format(
        district=missing.person.district, name=missing.person.name
    )


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
        target_rule=rehearsal.targets,
        queue=f"rehearsal-{secrets.token_hex(6)}",
    )


def _script_phones(everything: Running, found: Found, rehearsal: Rehearsal) -> None:
    scene = stage(found.offices, rehearsal.endings)
    scene.supporter(everything.network.phone(SUPPORTER))
    rung = (office.number for office in found.offices if office.number)
    for number, act in zip(rung, scene.offices, strict=True):
        act(everything.network.phone(number))


def _ask_for_call(everything: Running, slug: str, typed: Typed) -> int:
    """Open the campaign's page, fill the form, press the button."""
    page = requests.get(f"{everything.web_url}/c/{slug}", timeout=PATIENCE_SECONDS)
    token = TOKEN.search(page.text)
    form = {
        "token": token[1] if token else "",
        "phone": SUPPORTER,
        "town": typed.town,
        "consent": "yes",
        "district": typed.district,
        "settled": settled_token(everything.app.extensions["ringdown"].tokens, typed.settled),
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


def _read(session: Session, call_id: int) -> LogRow:
    session.rollback()
    row = session.execute(select_rows().where(Call.id == call_id)).one()
    return with_offices(session, [LogRow(*row)])[0]
