"""Plays a web call: posts the form like a browser, and waits for the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import requests

from app.calls.whom.offices_in_turn import CHAMBERS
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.campaigns.in_force import CampaignWords
from app.cli.rehearse.endings import stage
from app.cli.rehearse.world import (
    PATIENCE_SECONDS,
    CannotRehearse,
    Played,
    arrangement,
    campaign_to_rehearse,
    finish,
    script_offices,
)
from app.config import Settings
from app.geocoding.located import NoGeocoder
from app.one_process import Running, running
from app.rehearsal.endings import Ending
from app.rehearsal.phases.searching import why_nobody
from app.rehearsal.stage import SUPPORTER
from app.representatives import ResolutionKind, directory
from app.store.db import db
from app.web.form import settled_token
from models import WhomToCall

TOKEN = re.compile(r'name="token" value="([^"]+)"')


@dataclass(frozen=True)
class Rehearsal:
    """What to rehearse. `representatives` chooses where a town has several; `endings` are of the lines in turn."""

    town: str
    representatives: Sequence[str] = ()
    endings: Sequence[Ending] = (Ending.ANSWERED,)
    faults: Sequence[str] = ()
    whom_to_call: WhomToCall | None = None


def play(settings: Settings, rehearsal: Rehearsal) -> Played:
    """Play a whole call.

    Raises:
        CannotRehearse: no campaign is live, or the town does not lead to one office with a number.
    """
    words, said, found = _look_up(rehearsal)
    with running(settings, arrangement(words, rehearsal.faults, rehearsal.whom_to_call)) as everything:
        stage(found.offices, rehearsal.endings).supporter(everything.network.phone(SUPPORTER))
        script_offices(everything, found.offices, rehearsal.endings)
        call_id = _ask_for_call(everything, words.slug, said)
        return finish(everything, call_id, rehearsal.faults)


def _look_up(rehearsal: Rehearsal) -> tuple[CampaignWords, Said, Found]:
    """The campaign, what a supporter types to reach those who are wanted, and who is found by that."""
    words = campaign_to_rehearse(rehearsal.whom_to_call)
    said = Said(town=rehearsal.town)
    found = whom(directory(db.session), words, said, NoGeocoder().locate)
    for _ in CHAMBERS[words.whom_to_call]:
        if found.resolution.kind is ResolutionKind.CHOOSE and found.is_question:
            said = replace(said, district=_choose(found, rehearsal), settled=found.settled)
            found = whom(directory(db.session), words, said, NoGeocoder().locate)
    if not found.offices:
        raise CannotRehearse(why_nobody(found))
    return words, said, found


def _choose(found: Found, rehearsal: Rehearsal) -> str:
    wanted = [name.casefold() for name in rehearsal.representatives]
    named = [one for one in found.candidates if one.name and any(name in one.name.casefold() for name in wanted)]
    if len(named) != 1:
        names = ", ".join(person.name or f"vacant ({person.district})" for person in named or found.candidates)
        raise CannotRehearse(f"{found.place} has several: {names}. Choose one with --representative.")
    return named[0].geoid


def _ask_for_call(everything: Running, slug: str, said: Said) -> int:
    """Open the campaign's page, fill the form, press the button."""
    page = requests.get(f"{everything.web_url}/c/{slug}", timeout=PATIENCE_SECONDS)
    token = TOKEN.search(page.text)
    form = {
        "token": token[1] if token else "",
        "phone": SUPPORTER,
        "town": said.town,
        "consent": "en",
        "district": said.district,
        "settled": settled_token(everything.app.extensions["ringdown"].tokens, said.settled),
    }
    answer = requests.post(
        f"{everything.web_url}/c/{slug}/call", data=form, allow_redirects=False, timeout=PATIENCE_SECONDS
    )
    if answer.status_code != requests.codes.see_other:
        raise CannotRehearse(f"The campaign's page did not place the call (it answered {answer.status_code}).")
    page_token = answer.headers["Location"].partition("#")[0].rpartition("/")[2]
    return int(everything.app.extensions["ringdown"].tokens.read("page", page_token))
