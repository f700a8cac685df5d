"""Plays a call to the hotline: dials the campaign's number, answers its questions, and waits for the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.calls.begin.code import wait_under_code
from app.calls.begin.hotline import call_dialed_in
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.calls.whom.spoken import place_as_typed
from app.campaigns.in_force import CampaignWords
from app.cli.rehearse.endings import SUPPORTERS, keys_to_the_end
from app.cli.rehearse.world import (
    CannotRehearse,
    Played,
    arrangement,
    campaign_to_rehearse,
    finish,
    script_offices,
)
from app.clock import utc_now
from app.config import Settings
from app.geocoding.located import NoGeocoder
from app.one_process import Running, running
from app.rehearsal.endings import Ending
from app.rehearsal.stage import SUPPORTER
from app.representatives import NO_PLACE, directory
from app.store.db import db
from app.store.unit import unit
from models import WhomToCall
from voice_flows.parts.hotline import LANGUAGE_KEYS

HANGS_UP = (Ending.HANGUP,)


@dataclass(frozen=True)
class HotlineRehearsal:
    """What to rehearse: `place` is keyed, or said aloud if it `is_said`; a `code` joins a page whose town is `place`.

    `keys` are pressed one a question after the place; without them, those that lead to the office and report.
    """

    place: str
    is_said: bool = False
    code: str = ""
    language: str = "en"
    keys: Sequence[str] = ()
    endings: Sequence[Ending] = (Ending.ANSWERED,)
    faults: Sequence[str] = ()
    whom_to_call: WhomToCall | None = None


def play_hotline(settings: Settings, rehearsal: HotlineRehearsal) -> Played:
    """Play a whole call to the hotline.

    Raises:
        CannotRehearse: no campaign is live, or the place does not lead to an office and no keys were given.
    """
    words = campaign_to_rehearse(rehearsal.whom_to_call)
    place = rehearsal.place
    if rehearsal.is_said:
        place = place_as_typed(place, rehearsal.language)
    found = whom(directory(db.session), words, Said(town=place), NoGeocoder().locate)
    if not (found.offices or rehearsal.keys):
        raise CannotRehearse(
            f"{found.resolution.why} Say with --keys what the supporter presses then, e.g. --keys 1,1,1."
        )
    with running(settings, arrangement(words, rehearsal.faults, rehearsal.whom_to_call)) as everything:
        if rehearsal.code:
            _show_code(everything, words, rehearsal, found)
        script_offices(everything, found.offices, rehearsal.endings)
        sid = _dial(everything, words, rehearsal, found)
        return finish(everything, _call_of(everything, sid), rehearsal.faults)


def _show_code(everything: Running, words: CampaignWords, rehearsal: HotlineRehearsal, found: Found) -> None:
    """A page that waits for its supporter to dial."""
    with everything.app.app_context(), unit(db.session) as work:
        wait_under_code(
            work.session,
            words.id,
            found.offices,
            code=rehearsal.code,
            town=found.town,
            language=rehearsal.language,
            now=utc_now(),
        )


def _dial(everything: Running, words: CampaignWords, rehearsal: HotlineRehearsal, found: Found) -> str:
    phone = everything.network.phone(SUPPORTER)
    chosen = next(key for key, language in LANGUAGE_KEYS.items() if language == rehearsal.language)
    phone.then_presses(chosen)
    if rehearsal.code:
        phone.then_presses(f"{rehearsal.code}#")
    elif rehearsal.is_said:
        phone.then_says(rehearsal.place)
    else:
        phone.then_presses(rehearsal.place)
    if rehearsal.endings[0] in HANGS_UP:
        return phone.then_hangs_up().dials(words.phone_number)
    phone.then_presses(*(rehearsal.keys or _usual_keys(rehearsal, found)))
    return phone.dials(words.phone_number)


def _usual_keys(rehearsal: HotlineRehearsal, found: Found) -> list[str]:
    """Agree on the office, unless a page did, or no place was asked; to the office; and how it went."""
    agrees = [] if rehearsal.code or found.resolution is NO_PLACE else ["1"]
    endings = [ending for ending in rehearsal.endings if ending not in SUPPORTERS] or [Ending.ANSWERED]
    return [*agrees, *keys_to_the_end(found.offices, endings)]


def _call_of(everything: Running, sid: str) -> int:
    """The call that was dialed, once the carrier has told of it."""
    everything.network.wait_until_idle(30.0)
    with everything.app.app_context():
        call_id = call_dialed_in(db.session, sid)
        db.session.rollback()
    if call_id is None:
        raise CannotRehearse("The hotline did not take the call.")
    return call_id
