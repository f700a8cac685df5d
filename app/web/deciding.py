"""What a form leads to: a call, one more question, or a page that says why nobody is rung."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from flask import request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calls.errors import (
    CampaignChanged,
    FormUsed,
    LongWait,
    NoSlotFree,
    OfficeHadEnough,
    QuietHours,
)
from app.calls.plan import PlannedOffice
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.calls.whom.wave import offered_now
from app.extensions import given
from app.geocoding import Located, NoGeocoder
from app.language.sentences import Sentence, sentence
from app.limits.errors import CampaignRangEnough, CannotPlace, PlacingPaused, RangInVain, TooManyNumbers
from app.limits.numbers import is_public_number
from app.limits.placing import WhyNotRing
from app.limits.suspicion.proof import is_proof
from app.serving.forms import Filled
from app.store.db import db
from app.web.asked import Asked, moment_to_ring, request_for
from app.web.asking import again_and_again
from app.web.asking.call_pages import CallPage, page_token, remember_call
from app.web.asking.led_on import LedOn
from app.web.asking.placing import placed
from app.web.asking.question import (
    FORM,
    IN_VAIN,
    LOOK_ONCE_MORE,
    NIGHT,
    NO_CODE,
    NOTHING_WRONG,
    SPARED,
    SWITCHED,
    Question,
    WhatIsWrong,
)
from app.web.asking.refused import OF_THE_NUMBER, UNTOLD, reason_for
from app.web.asking.sure import ask_if_sure, is_to_look_again
from app.web.campaign_page import Visited, check_unchanged, show
from app.web.dial_in import code_page, show_without_code
from app.web.filled_in.first_name import remember_name
from app.web.form import NOT_RUNG, NOTHING_TYPED, AskForm, When, read_ask
from app.web.kept.fields import as_meant, meant_or_typed
from app.web.kept.way_back import way_back
from app.web.not_now.closed_office import closed_now, show_closed
from app.web.not_now.long_wait import show_long_wait, wait_now
from app.web.not_now.night_or_in_vain import is_night, show_night, show_rang_in_vain
from app.web.own_phone.leading import lead_to, page_for
from app.web.phone_bank.code import USED_UP, with_room
from app.web.where.question import show_why

NOT_PLACED: dict[type[CannotPlace], Sentence] = {
    NoSlotFree: sentence("So many have asked to be rung that day that no time is left. Please try again another day."),
}
PROOF_ASKED = sentence("Very many ask for calls just now. Nothing is lost: press the button once more.")
CHOOSE_ONE = sentence("Choose one of these, then send again.")
CHOICES = frozenset({"district", "area"})  # asked for by buttons of which one is to be pressed
AT_ONCE = frozenset({When.NOW, When.IN_LINE})
ANSWERS = frozenset({"zip", "street", "address"})  # fields of the page that asks where somebody lives
FORM_SENT = sentence("This form was sent already. Nothing is lost: press the button once more.")
FORM_USED = sentence("This form rang another number already. Nothing is lost: press the button once more.")


def decide(
    campaign: Visited, sent: Mapping[str, str], *, looks: str, wrong: WhatIsWrong = NOTHING_WRONG
) -> tuple[Filled[AskForm], AnyResponse | Question]:
    """What the form leads to.

    Whoever only `looks` at its page again, or in another language, has nothing done, and reads again what was `wrong`.
    """
    sent = meant_or_typed(sent) if looks else sent
    read = read_ask(sent, campaign.words, given(), rings=campaign.why_not_ring is None)
    form, room = with_room(read, campaign.door.id) if campaign.is_live else (read, None)
    if form.meant is None or not campaign.is_live:
        check_unchanged(campaign)
        return form, _what_is_wrong(campaign, form)
    asked = Asked(campaign, form, form.meant, room, looks, kept=sent if looks else {}, wrong=wrong)
    said = form.meant.said(looks_up=not ANSWERS.isdisjoint(sent))
    return form, _asked(asked, said)


def _what_is_wrong(campaign: Visited, form: Filled[AskForm]) -> Question:
    if not campaign.is_live:
        return Question(lambda _: show(campaign, NOTHING_TYPED, code=409), FORM, status=409)
    return Question(partial(show, campaign, code=422), FORM, form.errors, status=422)


def _asked(asked: Asked, said: Said) -> AnyResponse | Question:
    campaign, form, meant, looks = asked.campaign, asked.form, asked.meant, asked.looks
    is_quick = not looks and asked.is_to_be_rung and is_to_look_again(meant, form.typed["token"])
    if is_quick or looks == LOOK_ONCE_MORE:
        check_unchanged(campaign)
        return Question(partial(ask_if_sure, campaign.words, meant=meant), LOOK_ONCE_MORE)
    found = _found(asked, said)
    answer = _led_to(asked, found)
    return replace(answer, found=found) if isinstance(answer, Question) else answer


def _led_to(asked: Asked, found: Found) -> AnyResponse | Question:
    if asked.meant.wrote and found.to_write_to:
        return _show_offices(asked, found, found.to_write_to)
    return _go_on(asked, found) if found.offices else _no_call_yet(asked, found)


def _found(asked: Asked, said: Said) -> Found:
    """Whom they call; whoever looks again at a page finds what it was made of."""
    found = as_meant(_looked_up(asked, said), asked.kept)
    if not asked.on_own_phone:
        found = offered_now(found, asked.campaign.words.action, given().clock())
    told = {name: said for name, (said, *_) in asked.wrong.items() if isinstance(said, Sentence)}
    return replace(found, problems=told) if told and not found.offices else found


def _looked_up(asked: Asked, said: Said) -> Found:
    if asked.looks == SWITCHED:
        return _found_again(asked.campaign, said)
    found = whom(asked.campaign.roster, asked.campaign.words, said, _locate)
    while asked.looks == SPARED and found.offices:
        found = found.without_first()
    return found


def _go_on(asked: Asked, found: Found) -> AnyResponse | Question:
    """Place the call. Whoever only looks at the page gets the same answer, and nothing is done."""
    if asked.on_own_phone:
        return _show_offices(asked, found, found.offices)
    meant, looks = asked.meant, bool(asked.looks)
    closed = None if meant.dial else closed_now(asked.campaign, found)
    ring_from = moment_to_ring(asked, found, closed)
    asks = closed and (closed.by_wave or meant.when not in AT_ONCE) and (ring_from is None or looks)
    if not (meant.dial or looks or asks):
        return _place_call(asked, found, ring_from)
    check_unchanged(asked.campaign)
    if closed and asks and asked.looks not in {IN_VAIN, NIGHT}:
        return Question(partial(show_closed, asked.campaign, found=found, closed=closed))
    if looks:
        return _read_again(asked, found)
    return _show_code(asked, found)


def _show_code(asked: Asked, found: Found) -> AnyResponse | Question:
    """The page with our number and a code, or without one."""
    page = code_page(
        asked.campaign,
        found,
        more_time=asked.meant.more_time,
        room=asked.room,
        came_from=asked.meant.came_from,
        back=way_back(asked, found),
    )
    return lead_to(page, asked.meant.name) if page else _without_code(asked, found)


def _without_code(asked: Asked, found: Found) -> Question:
    shows = partial(show_without_code, asked.campaign, found=found, more_time=asked.meant.more_time)
    return Question(lambda form: shows(form=form), NO_CODE)


def _show_offices(asked: Asked, found: Found, offices: tuple[PlannedOffice, ...]) -> AnyResponse | Question:
    """Whom to call, or to write to, and what to say: the supporter does the rest."""
    check_unchanged(asked.campaign)
    if asked.looks:
        return Question(partial(show, asked.campaign), FORM)
    return _lead_to_offices(asked, found, offices)


def _lead_to_offices(
    asked: Asked, found: Found, offices: tuple[PlannedOffice, ...], why_not: WhyNotRing | None = None, untold: str = ""
) -> AnyResponse:
    slug, back, came_from = asked.campaign.words.slug, way_back(asked, found), asked.meant.came_from
    page = partial(page_for, why_not=why_not, untold=untold, room=asked.room, asked=back, came_from=came_from)
    return lead_to(page(asked.campaign.door, slug, offices, found.town), asked.meant.name)


def _read_again(asked: Asked, found: Found) -> Question:
    """The page that stands there, once more."""
    campaign = asked.campaign
    if asked.looks == NO_CODE:
        return _without_code(asked, found)
    if asked.looks == IN_VAIN:
        return Question(partial(show_rang_in_vain, campaign, found=found))
    if asked.looks == NIGHT or is_night(asked.meant):
        return Question(partial(show_night, campaign, found=found, phone=asked.meant.phone))
    wait = None if asked.meant.dial or given().rehearsal else wait_now(campaign, found)
    return Question(partial(show_long_wait, campaign, found=found, wait=wait) if wait else partial(show, campaign))


def _found_again(campaign: Visited, said: Said) -> Found:
    """The question that stands on the page: without its answer, which was not sent yet, and without a geocoder."""
    unanswered = replace(said, zip="", address="", street="", district="", looks_up=False)
    with_zip = replace(unanswered, zip=said.zip, looks_up=bool(said.zip))
    found = whom(campaign.roster, campaign.words, with_zip, NoGeocoder().locate)
    return whom(campaign.roster, campaign.words, unanswered, NoGeocoder().locate) if found.offices else found


def _no_call_yet(asked: Asked, found: Found, page: str = "") -> Question:
    """A split town, a near miss, another state, a vacant seat: each has its own plain page.

    An office's number is no supporter's: whoever gave it is told so before they answer questions for nothing.
    """
    check_unchanged(asked.campaign)
    is_new = asked.is_to_be_rung and not (asked.looks or given().rehearsal)
    if is_new and is_public_number(db.session, asked.meant.phone):
        return _wrong(asked, "phone", NOT_RUNG)
    chooses = request.form.get("chooses", "")
    if chooses in CHOICES and found.is_question and not (asked.looks or asked.form.typed[chooses]):
        found = replace(found, problems={chooses: CHOOSE_ONE})
    told = {name: (problem,) for name, problem in found.problems.items()}
    return Question(partial(show_why, asked, found), page, told)


def _locate(address: str) -> Located:
    """Look an address up. No transaction stays open while somebody else's server thinks."""
    db.session.rollback()
    return given().geocoder.locate(address)


def _place_call(asked: Asked, found: Found, ring_from: datetime | None = None) -> AnyResponse | Question:
    if asked.campaign.asks_proof and not is_proof(given().settings, asked.meant.proof, asked.meant.token):
        return _without_proof(asked, found)
    try:
        call_id = placed(request_for(asked, found, ring_from), asked.room, ring_from)
    except CampaignChanged:
        raise
    except OfficeHadEnough:
        spared = found.without_first()
        return _place_call(asked, spared, ring_from) if spared.offices else _no_call_yet(asked, spared, SPARED)
    except CannotPlace as error:
        return _not_placed(asked, found, error)
    return _lead_to_call(asked, call_id)


def _not_placed(asked: Asked, found: Found, error: CannotPlace) -> AnyResponse | Question:
    campaign = asked.campaign
    match error:
        case LongWait():
            return Question(partial(show_long_wait, campaign, found=found, wait=error))
        case FormUsed():
            return _wrong(asked, "token", FORM_USED if error.is_known else FORM_SENT)
        case QuietHours():
            return Question(partial(show_night, campaign, found=found, phone=asked.meant.phone), NIGHT)
        case CampaignRangEnough():
            return _lead_to_offices(asked, found, found.offices, WhyNotRing.ENOUGH_TODAY)
    if isinstance(error, OF_THE_NUMBER):
        return _not_rung(asked, found, error)
    return _wrong(asked, "phone", NOT_PLACED[type(error)])


def _wrong(asked: Asked, name: str, said: Sentence, earlier: str = "") -> Question:
    """The campaign's page, with what showed only now to be wrong."""
    wrong = asked.form.with_error(name, said).errors
    shows = partial(show, asked.campaign, code=409, earlier=earlier)
    return Question(lambda form: shows(replace(form, meant=None, errors=wrong)), FORM, wrong, earlier, status=409)


def _without_proof(asked: Asked, found: Found) -> AnyResponse | Question:
    """Who had the form before it was asked for one gets another; whose browser does not work it out, other ways."""
    if not asked.meant.proof:
        return _wrong(asked, "token", PROOF_ASKED)
    return _lead_to_offices(asked, found, found.offices, WhyNotRing.NO_PROOF, WhyNotRing.NO_PROOF)


def _not_rung(asked: Asked, found: Found, error: CannotPlace) -> AnyResponse | Question:
    """The office's number and ours, whatever is known of the one that was typed; a code may be used up."""
    if asked.room and isinstance(error, TooManyNumbers):
        return _wrong(asked, "room", USED_UP)
    if isinstance(error, PlacingPaused):  # it may be for everybody
        check_unchanged(asked.campaign)
    again_and_again.count(error)
    reason = reason_for(error, asked.campaign.words, asked.meant.phone)
    if reason and isinstance(error, RangInVain):
        return Question(partial(show_rang_in_vain, asked.campaign, found=found), IN_VAIN)
    if reason is None:
        return _lead_to_offices(asked, found, found.offices, WhyNotRing.THIS_NUMBER, UNTOLD[type(error)])
    return _wrong(asked, "phone", reason.sentence, reason.call_page)


def _lead_to_call(asked: Asked, call_id: int) -> AnyResponse:
    slug, kind = asked.campaign.words.slug, CallPage.PATIENT if asked.meant.more_time else CallPage.USUAL
    token = page_token(call_id, kind)
    # An anchor of its own, or browsers keep the form's, which leads to its errors.
    page = url_for("web.call", slug=slug, token=token, _anchor="main")
    answer = LedOn(page)
    remember_call(answer, token)
    remember_name(answer, asked.meant.name)
    return answer
