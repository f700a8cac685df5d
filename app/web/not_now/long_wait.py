"""So many wait that nobody is promised a call now: the page says how long it would take, and offers what is sooner."""

from datetime import datetime

from flask import Response

from app.calls.errors import LongWait
from app.calls.hours.office import hours_of, ring_times
from app.calls.hours.waves import in_waves
from app.calls.plan import PlannedOffice
from app.calls.queue.admit import Wanted, long_wait
from app.calls.whom.search import Found
from app.extensions import given
from app.language.sentences import Sentence, sentence
from app.serving.forms import Filled
from app.serving.page_languages import translated
from app.store.db import db
from app.web.campaign_page import Visited
from app.web.form import LATER, AskForm, When
from app.web.not_now.page import first_office, page_instead
from app.web.stages import in_minutes
from app.web.times import in_words

AN_HOUR = 60  # minutes
ABOUT = sentence("about %(minutes)s")
LONGER = sentence("more than an hour")


def wait_now(campaign: Visited, found: Found) -> LongWait | None:
    """Whether somebody who asks now would wait for long."""
    own, number = given(), first_office(found).number
    wanted = Wanted(number, own.settings.calls_per_second, own.settings.campaign_rings_per_minute)
    return long_wait(db.session, campaign.door.id, wanted, own.clock())


def show_long_wait(campaign: Visited, form: Filled[AskForm], *, found: Found, wait: LongWait) -> Response:
    """Be rung later, keep a place in the line where that helps, dial the campaign or the office."""
    shown = {
        "wait": _in_words(wait),
        "may_keep_place": wait.may_keep_place,
        "times": _times(campaign, first_office(found)),
    }
    return page_instead("asking/not_now/long_wait.html", campaign, form, found, **shown)


def _in_words(wait: LongWait) -> Sentence:
    return ABOUT.filled(minutes=in_minutes(wait.minutes)) if wait.minutes <= AN_HOUR else LONGER


def _times(campaign: Visited, office: PlannedOffice) -> dict[When, str]:
    """When else to ring, in words; each moment once, however many choices lead to it."""
    own, offered = given(), dict[datetime, When]()
    own_hours = hours_of(db.session, office.line_id, always_open=own.settings.always_open)
    hours = in_waves(own_hours, campaign.words.action, office.district_geoid, own.clock())
    for when, later in LATER.items():
        moment = next(ring_times(hours, own.clock() + later), None)
        if moment:
            offered.setdefault(moment, when)
    return {when: translated(in_words(moment, own.clock())) for moment, when in offered.items()}
