"""A page in place of a call, at an address of its own: it can be read again without sending the form anew.

What was typed lies in a row for half an hour, and the address is the key to it. Pages show the last two digits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import structlog
from flask import request, url_for
from sqlalchemy.exc import DBAPIError
from werkzeug.wrappers import Response

from app.calls.begin.typed import Pages, Typed, keep_typed, typed_before
from app.calls.whom.search import Found
from app.extensions import given
from app.guard.phone_numbers import PhoneNumberError, masked, parse_phone
from app.guard.visitors import this_visitor
from app.language.sentences import Sentence
from app.serving.forms import Filled
from app.serving.page_languages import is_switching, page_language
from app.store.db import db
from app.store.unit import light_unit
from app.web.asking.led_on import LedOn
from app.web.filled_in.first_name import remember_name
from app.web.form import STREET, AskForm

FORM = "form"  # the campaign's own page, with what was typed
SWITCHED = "switched"  # the question as it stood there, in another language
IN_VAIN = "in-vain"  # of a phone that rang in vain
LOOK_ONCE_MORE = "look-once-more"  # what was typed so fast
NIGHT = "night"  # where their number lies
SPARED = "spared"  # that every office had enough
NO_CODE = "no-code"  # our number alone, where no code is free

log = structlog.get_logger()

WhatIsWrong = Mapping[str, tuple[Sentence | str, ...]]
NOTHING_WRONG: WhatIsWrong = {}
Shows = Callable[[Filled[AskForm]], Response]


@dataclass(frozen=True)
class Question:
    """What `shows` the page for a form, and what of it cannot be found out again from the form: see `Typed`.

    `found` is whom the form led to, as far as that was looked up.
    """

    shows: Shows
    page: str = ""
    wrong: WhatIsWrong = field(default_factory=dict)
    earlier: str = ""
    status: int = 200
    found: Found | None = None


def lead_to_page(slug: str, key: str, question: Question, name: str) -> Response:
    """Go to the page that lies under the key; the name goes along in its cookie."""
    language = page_language().code if is_switching() else None
    anchor = "errors" if question.wrong and question.page == FORM else "main"
    answer = LedOn(url_for("web.asked", slug=slug, key=key, _anchor=anchor, language=language))
    remember_name(answer, name)
    return answer


def to_keep(question: Question, fields: Mapping[str, str]) -> Typed:
    """What lies in the row of a question, with the fields that may."""
    page = SWITCHED if is_switching() and not question.page else question.page
    answered = not {"zip", *STREET}.isdisjoint(request.form) and not {"left", "settled"} & fields.keys()
    kept = {"zip": "", **fields} if answered else fields  # that an answer was tried
    return Typed(kept, page, question.wrong, question.earlier, question.status)


def shown_with(form: Filled[AskForm], key: str) -> Filled[AskForm]:
    """The form as a page shows it whose number lies under this key."""
    typed = {**form.typed, "phone": shown_phone(form.typed["phone"]), "asked": key}
    return replace(form, typed=typed)


def shown_phone(typed: str) -> str:
    """A number by its last digits; what is none, as it was typed: it has to be mended."""
    own = given()
    try:
        return masked(parse_phone(typed, fictional=own.settings.fictional_numbers))
    except PhoneNumberError:
        return typed


def kept_under(campaign_id: int, key: str) -> Typed | None:
    """What was typed, for the page whose address this is."""
    if not key:
        return None
    own = given()
    return typed_before(db.session, own.vault, campaign_id, key, own.clock())


def filled_again(campaign_id: int, sent: Mapping[str, str]) -> Mapping[str, str]:
    """The form that was sent, with the number of which its page showed the last digits; without, if that is too old."""
    key, phone = sent.get("asked", ""), sent.get("phone", "")
    if not key or "•" not in phone:
        return sent
    before = kept_under(campaign_id, key)
    typed = before.fields.get("phone", "") if before else ""
    return {**sent, "phone": typed if typed and shown_phone(typed) == phone else ""}


def keep(campaign_id: int, typed: Typed) -> str:
    """Keep it for half an hour; returns the key, "" where nothing can be kept or this visitor has very many pages."""
    own = given()
    pages = Pages(this_visitor(own.clock()), own.settings.visitor_pages)
    try:
        with light_unit(db.engine) as work:
            key = keep_typed(work.connection, own.vault, campaign_id, typed, pages)
    except (DBAPIError, OSError) as error:
        log.warning("typed_form_not_kept", error=type(error).__name__)
        return ""
    if not key:
        log.warning("typed_form_not_kept", error="many pages")
    return key


def back_url(slug: str, key: str) -> str:
    """Where a page leads back to: to the form that lies under the key."""
    return url_for("web.asked", slug=slug, key=key) if key else url_for("web.campaign", slug=slug)
