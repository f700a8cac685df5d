"""A page in place of a call, at an address of its own: it can be read again without sending the form anew.

What was typed lies in a row for half an hour, and the address is the key to it. Pages show the last two digits.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import structlog
from flask import redirect, request, url_for
from sqlalchemy.exc import DBAPIError
from werkzeug.wrappers import Response

from app.calls.begin.typed import Typed, keep_typed, typed_before
from app.extensions import given
from app.guard.phone_numbers import PhoneNumberError, masked, parse_phone
from app.language.sentences import Sentence
from app.representatives import street_in
from app.serving.forms import Filled
from app.serving.page_languages import is_switching, page_language
from app.store.db import db
from app.store.unit import unit
from app.web.filled_in.first_name import first_name, remember_name
from app.web.form import AskForm

FORM = "form"  # the campaign's own page, with what was typed
SWITCHED = "switched"  # the question as it stood there, in another language
IN_VAIN = "in-vain"  # of a phone that rang in vain
LOOK_ONCE_MORE = "look-once-more"  # what was typed so fast
NIGHT = "night"  # where their number lies
SPARED = "spared"  # that every office had enough
STREET = frozenset({"street", "number", "area", "address"})
HOUSE_AND_STREET = re.compile(r"\b\d{1,4}[a-z]?\s+[^\W\d]", re.IGNORECASE)

log = structlog.get_logger()

Shows = Callable[[Filled[AskForm]], Response]


@dataclass(frozen=True)
class Question:
    """What `shows` the page for a form, and what of it cannot be found out again from the form: see `Typed`."""

    shows: Shows
    page: str = ""
    wrong: Mapping[str, tuple[Sentence | str, ...]] = field(default_factory=dict)
    earlier: str = ""
    status: int = 200


def lead_to_page(slug: str, campaign_id: int, form: Filled[AskForm], question: Question) -> Response:
    """Keep what was typed and lead to the page.

    Where a street was typed, which is kept nowhere, the page is the answer to the form itself; so it is where nothing
    can be kept.
    """
    page = SWITCHED if is_switching() and not question.page else question.page
    has_street = holds_street(form.typed)
    fields = _kept_fields(form.typed, has_street=has_street)
    key = _keep(campaign_id, Typed(fields, page, question.wrong, question.earlier, question.status))
    if has_street or not key:
        return question.shows(shown_with(form, key) if key else form)
    language = page_language().code if is_switching() else None
    anchor = "errors" if question.wrong else "main"
    answer = redirect(url_for("web.asked", slug=slug, key=key, _anchor=anchor, language=language), 303)
    remember_name(answer, form.typed["name"])
    return answer


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


def typed_fields(typed: Typed) -> dict[str, str]:
    """The fields as they were sent, with the name that only the browser kept."""
    return {**typed.fields, "name": first_name()}


def holds_street(typed: Mapping[str, str]) -> bool:
    """Whether it tells where exactly somebody lives."""
    town = typed["town"]
    return any(typed[name] for name in STREET) or bool(street_in(town) or HOUSE_AND_STREET.search(town))


def _kept_fields(typed: Mapping[str, str], *, has_street: bool) -> dict[str, str]:
    answered = not {"zip", *STREET}.isdisjoint(request.form)
    fields = {name: value for name, value in typed.items() if value and name != "asked"}
    if has_street and not any(typed[name] for name in STREET):
        fields.pop("town", None)
    return fields | ({"zip": typed["zip"]} if answered else {})


def _keep(campaign_id: int, typed: Typed) -> str:
    own = given()
    try:
        with unit(db.session) as work:
            return keep_typed(work.session, own.vault, campaign_id, typed, own.clock())
    except (DBAPIError, OSError) as error:
        log.warning("typed_form_not_kept", error=type(error).__name__)
        return ""
