"""The form on the campaign's page: what was typed, what is wrong with it, and the token that makes it count once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.calls.whom.said import Said
from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, parse_phone
from app.guard.tokens import BadTokenError, Tokens
from app.language.languages import BY_CODE
from app.language.sentences import Sentence, sentence
from app.language.text import clean_text
from app.representatives import HowFound

PURPOSE = "form"
SETTLED = "settled-district"
GOOD_FOR = 2 * 60 * 60  # seconds; people read the script first, and some need courage
SHOWN = 200  # characters of a field that are shown again
LONGEST_TOWN = 100
LONGEST_NAME = 60
LONGEST_ZIP = 20

PHONE_PROBLEMS = {
    PhoneProblem.MISSING: sentence("Enter your phone number, so that we can ring you."),
    PhoneProblem.UNREADABLE: sentence("Enter a phone number in digits, like 617 555 0123."),
    PhoneProblem.TOO_LONG: sentence("That is too long for a phone number. Enter ten digits, like 617 555 0123."),
    PhoneProblem.EMERGENCY: sentence("That is an emergency or service number. Enter your own phone number."),
    PhoneProblem.EXTENSION: sentence("We cannot ring an extension. Enter a number that rings you directly."),
    PhoneProblem.FOREIGN: sentence("We can ring numbers in the United States only."),
    PhoneProblem.NOT_ORDINARY: sentence(
        "We cannot ring toll-free or paid numbers. Enter your own mobile or home number."
    ),
    PhoneProblem.NOT_ASSIGNED: sentence("There is no such phone number. Check the digits and the area code."),
}
TOWN_MISSING = sentence("Enter your city or town, so that we find your representative.")
TOWN_TOO_LONG = sentence("That is too long for a town. Enter just its name, like Holyoke.")
NOT_TICKED = sentence("Tick the box, so that we may call you.")
OPEN_TOO_LONG = sentence("This page was open for a long time. Nothing is lost: press the button once more.")


class When(StrEnum):
    """What a supporter wants whose office is closed."""

    NOW = "now"  # to leave a message on its machine
    OPEN = "open"  # to be rung when it opens


@dataclass(frozen=True)
class Typed(Said):
    """What came with the form, cut to what can be shown again.

    `consent` is the language whose words were agreed to, empty without a tick.
    `dials` says that they would rather dial themselves; `when` is the answer to a closed office.
    """

    token: str = ""
    phone: str = ""
    name: str = ""
    consent: str = ""
    dials: bool = False
    when: When | None = None

    @classmethod
    def from_form(cls, form: Mapping[str, str], tokens: Tokens) -> "Typed":
        """Read the fields; the phone number keeps one character more than it may have, so that it is refused."""
        return cls(
            token=form.get("token", "")[:SHOWN],
            phone=form.get("phone", "")[:SHOWN],
            town=clean_text(form.get("town", ""), limit=SHOWN),
            name=clean_text(form.get("name", ""), limit=LONGEST_NAME),
            consent=next((code for code in BY_CODE if code == form.get("consent")), ""),
            district=form.get("district", "")[:12],
            zip=clean_text(form.get("zip", ""), limit=LONGEST_ZIP),
            address=clean_text(form.get("address", ""), limit=SHOWN),
            looks_up="zip" in form or "address" in form,
            dials="dial" in form,
            when=next((when for when in When if when == form.get("when")), None),
            settled=_read_settled(tokens, form.get("settled", "")),
            wants_senator=form.get("instead") == "senator",
        )


@dataclass(frozen=True)
class Checked:
    """The form after checking: errors by field, and the phone number and nonce where they are sound."""

    typed: Typed
    phone: str = ""
    nonce: str = ""
    errors: Mapping[str, Sentence] = field(default_factory=dict)

    def with_error(self, name: str, message: Sentence) -> "Checked":
        """The same with one more error."""
        return replace(self, errors={**self.errors, name: message})


def settled_token(tokens: Tokens, settled: Mapping[str, HowFound]) -> str:
    """What was decided, for the form of the next question: signed, so that it says truly how it was found."""
    return tokens.sign(SETTLED, dict(settled)) if settled else ""


def _read_settled(tokens: Tokens, token: str) -> Mapping[str, HowFound]:
    try:
        return {geoid: HowFound(how) for geoid, how in tokens.read(SETTLED, token).items()}
    except BadTokenError:
        return {}


def new_token(tokens: Tokens, campaign_id: int) -> str:
    """A token for one form of one campaign: signed, nothing stored."""
    return tokens.sign_for_a_while(PURPOSE, [campaign_id, secrets.token_urlsafe(12)])


def check(typed: Typed, tokens: Tokens, campaign_id: int, *, fictional: bool) -> Checked:
    """Check everything that needs no look-up. Every problem is told at once."""
    checked = Checked(typed)
    if not typed.dials:  # whoever dials gives no number, and agrees to no call
        checked = _check_phone(checked, fictional=fictional)
    if not typed.town:
        checked = checked.with_error("town", TOWN_MISSING)
    elif len(typed.town) > LONGEST_TOWN:
        checked = checked.with_error("town", TOWN_TOO_LONG)
    return _check_token(checked, tokens, campaign_id)


def _check_phone(checked: Checked, *, fictional: bool) -> Checked:
    try:
        checked = replace(checked, phone=parse_phone(checked.typed.phone, fictional=fictional))
    except PhoneNumberError as error:
        checked = checked.with_error("phone", PHONE_PROBLEMS[error.problem])
    if not checked.typed.consent:
        checked = checked.with_error("consent", NOT_TICKED)
    return checked


def _check_token(checked: Checked, tokens: Tokens, campaign_id: int) -> Checked:
    try:
        for_campaign, nonce = tokens.read_young(PURPOSE, checked.typed.token, max_age=GOOD_FOR)
    except (BadTokenError, TypeError, ValueError):
        for_campaign, nonce = None, ""
    if for_campaign != campaign_id:
        return checked.with_error("token", OPEN_TOO_LONG)
    return replace(checked, nonce=nonce)
