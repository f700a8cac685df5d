"""A phone that is not rung just now though it may be: it is night where its number lies, or it rang in vain lately."""

from datetime import datetime

from flask import Response

from app.calls.hours.office import hours_of, ring_times
from app.calls.hours.waves import in_waves
from app.calls.plan import PlannedOffice
from app.calls.whom.search import Found
from app.extensions import given
from app.limits.hours.quiet import is_quiet, zones_of
from app.serving.forms import Filled
from app.serving.page_languages import translated
from app.store.db import db
from app.web.campaign_page import Visited
from app.web.form import AskForm
from app.web.not_now.page import first_office, page_instead
from app.web.times import in_words


def daytime(campaign: Visited, office: PlannedOffice, phone: str) -> datetime | None:
    """When somebody can be rung next by the hours of their number, while the office is open."""
    own = given()
    own_hours = hours_of(db.session, office.line_id, always_open=own.settings.always_open)
    hours = in_waves(own_hours, campaign.words.action, office.district_geoid, own.clock())
    return next(ring_times(hours, own.clock(), zones_of(phone)), None)


def is_night(meant: AskForm) -> bool:
    """Whether nobody is rung at this number now, who would be."""
    own = given()
    hours = not (own.settings.always_open or own.rehearsal)
    return hours and bool(meant.phone) and meant.when is None and is_quiet(own.clock(), zones_of(meant.phone))


def show_night(campaign: Visited, form: Filled[AskForm], *, found: Found, phone: str) -> Response:
    """Be rung once it is day there, or dial."""
    moment = daytime(campaign, first_office(found), phone)
    when = translated(in_words(moment, given().clock())) if moment else ""
    return page_instead("asking/not_now/night.html", campaign, form, found, when=when)


def show_rang_in_vain(campaign: Visited, form: Filled[AskForm], *, found: Found) -> Response:
    """Why a phone may not ring though we ring it, what to do, and once more."""
    return page_instead("asking/not_now/rang_in_vain.html", campaign, form, found, when=form.typed["when"])
