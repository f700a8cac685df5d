"""The call in progress: where it stands, the script large and always in view, and what to do next."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from math import ceil

import structlog
from flask import abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calls.later.code import code_of
from app.calls.queue.agreed import keep_place
from app.calls.queue.estimate import InLine, line_of
from app.calls.run.cancel import cancel_call
from app.calls.run.feedback import Reports, reports_of
from app.calls.shown.call import CallFacts
from app.calls.shown.machine import seems_a_machine
from app.calls.shown.progress import Progress, progress_of
from app.calls.shown.veil import LONGEST_GREETING, is_silent, is_veiled, veiled
from app.calls.whom.senator_next import senator_next
from app.campaigns.in_force import CampaignWords, campaign_words
from app.campaigns.script_shown import shown_script
from app.extensions import given, settings
from app.guard.phone_numbers import masked, national
from app.guard.route_classes import FOLLOWING, FRAGMENT
from app.guard.routes import of_class
from app.guard.tokens import BadTokenError
from app.language.sentences import Sentence, counted
from app.language.text import clean_text
from app.limits.feedback import changes_now, is_closed
from app.limits.never_again import never_call_again
from app.limits.numbers import number_of
from app.representatives import directory
from app.serving.page_languages import page_language, translated
from app.statistics.public.count import count_told
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from app.telephony.profiles import profile_of
from app.web import web
from app.web.asking.call_pages import CallPage, address_of, calls_here, read_page_token
from app.web.asking.not_again import NotAgain, not_again
from app.web.campaign_page import deafens
from app.web.filled_in.first_name import first_name, remember_name
from app.web.filled_in.letter import letter
from app.web.form import LONGEST_NAME
from app.web.how_it_went import OUTCOMES, STANCES
from app.web.stages import STOPS, stage_of
from app.web.times import in_words
from models import CallStatus, Wording
from voice_flows.known import MORE_TIME

WARNS_SECONDS = 180  # before a talk ends by itself

log = structlog.get_logger()


@web.get("/c/<slug:slug>/call/<token>/progress")
@of_class(FRAGMENT)
def call_progress(slug: str, token: str) -> AnyResponse:
    """The part of the page that changes, for the script that asks for it every second."""
    progress = call_by(slug, token)
    shown = _what_stands(progress, slug, token)
    tag = f"{page_language().code}-{shown['news']}"
    is_seen = request.if_none_match.contains_weak(tag)
    page = "" if is_seen else render_template("call/_progress.html", **shown, **_scripts(progress.call))
    answer = make_response(page)
    answer.set_etag(tag)
    return answer.make_conditional(request)


@web.post("/c/<slug:slug>/call/<token>/cancel")
@of_class(FOLLOWING)
def cancel(slug: str, token: str) -> AnyResponse:
    """End the call. Whoever may not know how it stood sees it over in any case."""
    progress, _ = _found(slug, token)
    call_id = progress.call.id
    try:
        with unit(db.session) as work:
            cancel_call(work, given().carrier, call_id)
    except CarrierError as error:
        log.warning("carrier_not_told_to_end", call=call_id, code=error.code)
    if is_veiled(progress) or progress.call.status is CallStatus.DIALING:
        return redirect(address_of(slug, call_id, CallPage.CANCELED), 303)
    return redirect(url_for("web.call", slug=slug, token=token), 303)


@web.post("/c/<slug:slug>/call/<token>/keep")
@of_class(FOLLOWING)
def keep(slug: str, token: str) -> AnyResponse:
    """Keep the place in line, though it takes longer than "now" means."""
    progress, own = call_by(slug, token), given()
    with unit(db.session) as work:
        keep_place(work.session, progress.call.id, own.clock(), queue=own.queue)
    return redirect(url_for("web.call", slug=slug, token=token), 303)


@web.post("/c/<slug:slug>/call/<token>/name")
@of_class(FOLLOWING)
def fill_in_name(slug: str, token: str) -> AnyResponse:
    """Fill the script in with a first name, which only the browser keeps."""
    answer = redirect(url_for("web.call", slug=slug, token=token, _anchor="what-to-say"), 303)
    name = clean_text(request.form.get("name", ""), limit=LONGEST_NAME)
    remember_name(answer, name)
    return answer


@web.post("/c/<slug:slug>/call/<token>/never-again")
@of_class(FOLLOWING)
def never_again(slug: str, token: str) -> AnyResponse:
    """Never call this number again: only where a key was pressed on it, so that no stranger shuts it out."""
    progress = call_by(slug, token)
    with unit(db.session) as work:
        never_call_again(work.session, given().vault, progress.call)
    return redirect(url_for("web.call", slug=slug, token=token, _anchor="never-again"), 303)


def call_page(progress: Progress, slug: str, token: str, *, tried: Mapping[int, object] | None = None) -> str:
    """The page, with what was `tried` to tell of offices, by their rank, if anything."""
    shown = {**_what_stands(progress, slug, token), **_scripts(progress.call)}
    return render_template("call/page.html", **shown, tried=tried, asks_feedback=_asks_feedback(shown, progress))


def _asks_feedback(shown: Mapping[str, object], progress: Progress) -> bool:
    """Whether the page has a form that a note may stand in, which nobody has sent yet."""
    reports = shown["reports"]
    if not isinstance(reports, Reports):
        return False
    return any(it.rank not in reports.on_page or shown["changing"] == str(it.rank) for it in progress.answered)


def call_by(slug: str, token: str) -> Progress:
    """The call of this campaign that the token stands for, as far as it may be told.

    404 for any other, and some days later a page that says so.
    """
    progress, kind = _found(slug, token)
    rings_for = timedelta(seconds=settings().supporter_ring_seconds) + LONGEST_GREETING
    rings_for *= MORE_TIME if kind is CallPage.PATIENT else 1
    return veiled(progress, rings_for, was_canceled=kind is CallPage.CANCELED)


def _found(slug: str, token: str) -> tuple[Progress, CallPage]:
    """The call as it is, and which page of it this is."""
    try:
        kind, call_id = read_page_token(token)
    except BadTokenError:
        abort(404)
    progress = progress_of(db.session, call_id)
    if progress is None or progress.call.words(db.session).slug != slug:
        abort(404)
    if is_closed(settings(), progress.over_since, given().clock()):
        abort(make_response(render_template("call/closed.html", campaign=progress.call.words(db.session)), 410))
    return progress, kind


def _what_stands(progress: Progress, slug: str, token: str) -> dict[str, object]:
    call, words = progress.call, progress.call.words(db.session)
    number = national(words.phone_number).replace(" ", "\N{NO-BREAK SPACE}")
    is_waiting = call.status is CallStatus.REQUESTED
    line = line_of(db.session, call.id, given().clock()) if is_waiting else None
    talked_for = int((given().clock() - progress.talking_since).total_seconds()) if progress.talking_since else 0
    stage = stage_of(progress, number, line, given().clock(), profile_of(settings()))
    is_talking = call.status is CallStatus.TALKING and not progress.is_being_found_out
    ends_soon = _ends_soon(talked_for) if is_talking else None
    is_machine = is_talking and settings().machine_detection and seems_a_machine(db.session, call.id, call.at)
    told = f"{call.office.line_outcome or ''}-{progress.reported_outcome}-{stage.key}-{ends_soon}-{is_machine}"
    return {
        "campaign": words,
        "call": call,
        "slug": slug,
        "token": token,
        "progress": progress,
        "is_long_wait": line is not None and line.is_long,
        "asks_to_wait_on": progress.asks_to_wait_on(given().clock()),
        "beat": _beat(call.status, line),
        "stage": stage,
        # The seconds tick in the browser: while only they change, there is nothing new.
        "news": f"{call.status}-{call.at}-{told}",
        "stops": STOPS,
        "outcomes": OUTCOMES,
        "stances": STANCES,
        "talked_for": max(0, talked_for),
        "ends_soon": ends_soon,
        "is_machine": is_machine,
        "reports": reports_of(db.session, call.id, changes_now(settings(), given().clock()))
        if progress.ended
        else None,
        **_agreed(progress, slug),
        **_of_number(progress, slug),
        **_over(progress),
        "changing": request.args.get("change", ""),
        "national": national,
        "campaign_number": number,
        "is_deaf": deafens(progress.pause, progress.not_placed),
    }


def _beat(status: CallStatus, line: InLine | None) -> int | None:
    """How many milliseconds the page waits until it asks again, where a second would be too often."""
    if status is CallStatus.SCHEDULED or (line and line.is_long):
        return 10_000
    return 4_000 if line and line.minutes > 1 else None


def _agreed(progress: Progress, slug: str) -> dict[str, object]:
    """The call that was agreed on in this one, with a page of its own."""
    booked = progress.booked
    if booked is None or not progress.ended:
        return {"booked": "", "booked_url": ""}
    url = address_of(slug, booked.call_id)
    return {"booked": translated(in_words(booked.ring_at, given().clock())), "booked_url": url}


def _of_number(progress: Progress, slug: str) -> dict[str, object]:
    """What may be said of the number: the code of a call that was agreed on; once it is over, why it rings no more."""
    own, call = given(), progress.call
    return {
        "booked_code": code_of(own.vault, call.id) if call.status is CallStatus.SCHEDULED else "",
        "not_again": not_again(call, slug) if progress.ended else NotAgain(),
    }


def _over(progress: Progress) -> dict[str, object]:
    """What a call that is over offers."""
    own, call = given(), progress.call
    rang = number_of(own.vault, call.phone_encrypted) if call.id in calls_here() else None
    return {
        "is_silent": is_silent(progress),
        "is_plain": "plain" in request.args,  # no script runs there: what is opened would be closed by the next look
        "asks_name": not first_name() and not progress.ended,
        "said_spam": request.args.get("spam") == "told",
        "not_soon": request.args.get("soon") == "no",
        "may_ring_soon": progress.may_ring_soon,
        "senator": senator_next(call.town, call.office.geoid, call.words(db.session), lambda: directory(db.session))
        if progress.ended
        else None,
        "rang_number": masked(rang) if rang else "",
        "count": count_told(db.session, _words_of_today(call), progress.campaign_state, given().clock())
        if progress.ended
        else None,
    }


def _words_of_today(call: CallFacts) -> CampaignWords:
    """Those in force now, whichever the call began with."""
    return campaign_words(db.session, call.campaign_id, call.newest_version)


def _ends_soon(talked_for: int) -> Sentence | None:
    """A talk that is about to reach its limit says so in time."""
    left = settings().talk_limit_seconds - talked_for
    if left > WARNS_SECONDS:
        return None
    return counted(
        "In about a minute this call ends by itself: say goodbye before.",
        "In about %(num)s minutes this call ends by itself: say goodbye before.",
        max(1, ceil(left / 60)),
    )


def _scripts(call: CallFacts) -> dict[str, object]:
    """What to say, or to write, to the office that the call has come to, in the page's language."""
    show = partial(shown_script, name=first_name(), town=call.town, whom=call.office.representative)
    texts = call.words(db.session).in_language(page_language().code)
    thanks = call.office.wording is Wording.THANKS
    script = show(texts.thanks_script if thanks else texts.script)
    voicemail = None if thanks else show(texts.voicemail_script)
    written = letter(call.words(db.session), call.office.representative, call.office.email, script)
    return {"texts": texts, "script": script, "voicemail": voicemail, "letter": written}
