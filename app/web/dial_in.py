"""No-number mode: the page shows the campaign's number and a code, and follows the call once that was keyed."""

from flask import abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.calls.begin.code import Asking, WaitingPage, wait_for_call, waiting_page
from app.calls.begin.typed import Typed
from app.calls.whom.search import Found
from app.campaigns.at_door import find_campaign
from app.campaigns.in_force import campaign_words
from app.extensions import given, settings
from app.guard.phone_numbers import national
from app.guard.route_classes import FOLLOWING, FRAGMENT
from app.guard.routes import of_class
from app.guard.tokens import BadTokenError
from app.guard.visitors import this_visitor
from app.limits.rooms.room import Room
from app.representatives import ResolutionKind, directory_of, in_seat, resolve
from app.serving.forms import Filled
from app.serving.page_languages import page_language
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.asking.call_pages import address_of
from app.web.asking.question import FORM, back_url, keep, kept_under
from app.web.campaign_page import Visited, deafens
from app.web.filled_in.first_name import first_name
from app.web.filled_in.letter import Letter, letter_to, letters_to
from app.web.form import AskForm

PURPOSE = "dial-in"
SEEN = "dial-in-seen"


def code_page(
    campaign: Visited, found: Found, *, more_time: bool, room: Room | None = None, came_from: str = "", back: str = ""
) -> str:
    """Make the code. Returns where the page is that shows it, "" where no code is free; `back` is the form's key."""
    own = given()
    who, codes = (room.name, room.people) if room else (this_visitor(own.clock()), settings().visitor_codes)
    asking = Asking(who, codes, own.vault, phone_bank_id=room.id if room else None, came_from=came_from)
    with unit(db.session) as work:
        page_id = wait_for_call(
            work.session,
            campaign.door.id,
            found.offices,
            asking,
            town=found.town,
            language=page_language().voice,
            now=own.clock(),
            more_time=more_time,
        )
    if page_id is None:
        return ""
    token = given().tokens.sign(PURPOSE, [page_id, back])
    return url_for("web.dial", slug=campaign.words.slug, token=token)


def show_without_code(campaign: Visited, *, found: Found, form: Filled[AskForm], more_time: bool) -> Response:
    """Our number, and what it asks: they dial all the same, and are asked more."""
    page = render_template(
        "asking/dial_without_code.html",
        campaign=campaign.words,
        number=_spaced(campaign.words.phone_number),
        asks_place=campaign.words.whom_to_call.asks_place,
        more_time=more_time,
        is_deaf=campaign.is_deaf,
        letters=letters_to(campaign.words, found, name=form.typed["name"]),
        form=form.typed,
    )
    return make_response(page)


@web.get("/c/<slug:slug>/dial/<token>")
@of_class(FOLLOWING)
def dial(slug: str, token: str) -> Response:
    """The number and the code; once the call is there, its page."""
    page = waiting_by(slug, token)
    if page.call_id:
        return redirect(address_of(slug, page.call_id))
    return make_response(render_template("asking/dial.html", **_shown(slug, token, page), letters=_letters(slug, page)))


@web.get("/c/<slug:slug>/dial/<token>/progress")
@of_class(FRAGMENT)
def dial_progress(slug: str, token: str) -> Response:
    """The part that changes: the code, or where to go on."""
    page = waiting_by(slug, token)
    shown = _shown(slug, token, page)
    answer = make_response(render_template("asking/_dial.html", **shown))
    state = f"{shown['is_good']}-{shown['is_deaf']}"
    answer.set_etag(given().tokens.sign(SEEN, [page_language().code, page.code, page.call_id, state]))
    return answer.make_conditional(request)


@web.post("/c/<slug:slug>/dial/<token>/again")
@of_class(FOLLOWING)
def dial_again(slug: str, token: str) -> Response:
    """From a code that is no longer good to the form, with what was typed as long as that is kept, else the town."""
    page = waiting_by(slug, token)
    before = kept_under(page.campaign_id, _read(token)[1])
    town = {"town": page.town} if resolve(page.town).kind in {ResolutionKind.FOUND, ResolutionKind.CHOOSE} else {}
    again = before or Typed({**town, "dial": "1", **({"more_time": "1"} if page.more_time else {})}, FORM)
    key = keep(page.campaign_id, again)
    there = url_for("web.asked", slug=slug, key=key, _anchor="call-form") if key else url_for("web.campaign", slug=slug)
    return redirect(there, 303)


def waiting_by(slug: str, token: str) -> WaitingPage:
    """The page of this campaign that the token stands for; 404 for any other."""
    door = find_campaign(db.session, slug)
    page = waiting_page(db.session, _read(token)[0])
    if page is None or door is None or page.campaign_id != door.id:
        abort(404)
    return page


def _read(token: str) -> tuple[int, str]:
    """The page's id, and the key under which the form lies that led to it; 404 for no token of ours."""
    try:
        told = given().tokens.read(PURPOSE, token)
    except BadTokenError:
        abort(404)
    return (told, "") if isinstance(told, int) else (told[0], told[1])  # an address of before holds the id alone


def _shown(slug: str, token: str, page: WaitingPage) -> dict[str, object]:
    door = find_campaign(db.session, slug) or abort(404)
    words = campaign_words(db.session, door.id, door.version)
    return {
        "campaign": words,
        "slug": slug,
        "token": token,
        "code": " ".join(page.code),
        "more_time": page.more_time,
        "is_good": page.good_until > given().clock(),
        "is_deaf": deafens(door.pause, door.not_placed),
        "number": _spaced(words.phone_number),
        "tel": words.phone_number,
        "back": back_url(slug, _read(token)[1]),
        "goes_to": address_of(slug, page.call_id) if page.call_id else "",
    }


def _letters(slug: str, page: WaitingPage) -> list[Letter]:
    """Write instead: to everybody whom the page was made for and who still sits there."""
    door = find_campaign(db.session, slug) or abort(404)
    words, roster = campaign_words(db.session, door.id, door.version), directory_of(db.session, door.roster)
    asked = {office.holder_id: office for office in page.offices if office.is_open_to_all}
    found = []
    for holder_id, office in asked.items():
        person = in_seat(roster.seat(office.district_geoid))
        if person.holder_id == holder_id:
            found.append(letter_to(words, person, office.wording, town=page.town, name=first_name()))
    return [one for one in found if one]


def _spaced(number: str) -> str:
    return national(number).replace(" ", "\N{NO-BREAK SPACE}")
