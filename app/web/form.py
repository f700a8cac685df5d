"""The form on the campaign's page, and the token that makes it count once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import PlainValidator, TypeAdapter, ValidationError, ValidationInfo

from app.calls.whom.said import Said
from app.campaigns.in_force import CampaignWords
from app.extensions import Given
from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, parse_phone
from app.guard.tokens import BadTokenError, Tokens
from app.language.languages import BY_CODE
from app.language.sentences import sentence
from app.language.whence import source_of
from app.limits.rooms.codes import LONGEST_TYPED
from app.representatives import HowFound, ResolutionKind, StreetLeft, resolve
from app.serving.forms import Filled, Form, Text, Ticked, Wrong, known, read_form

PURPOSE = "form"
SETTLED = "settled-district"
LEFT = "left-by-street"
GOOD_FOR = 2 * 60 * 60  # seconds; people read the script first, and some need courage
SHOWN = 200  # characters of a field that are shown again
# Fields that tell where exactly somebody lives.
STREET = frozenset({"street", "number", "area", "address"})
LONGEST_TOWN = 100
LONGEST_NAME = 60
LONGEST_ZIP = 20
LONGEST_STREET = 100
LONGEST_NUMBER = 20
LONGEST_TOKEN = 4000

# The same whoever answers there: what is known of a number is nobody's business but its own.
NOT_RUNG = sentence(
    "We do not ring this number. Enter your own mobile or home number in the United States, or call the office "
    "yourself."
)
PHONE_PROBLEMS = {
    PhoneProblem.MISSING: sentence("Enter your phone number, so that we can ring you."),
    PhoneProblem.UNREADABLE: sentence("Enter a phone number in digits, like 617 555 0123."),
    PhoneProblem.TOO_LONG: sentence("That is too long for a phone number. Enter ten digits, like 617 555 0123."),
    PhoneProblem.EMERGENCY: NOT_RUNG,
    PhoneProblem.EXTENSION: sentence("We cannot ring an extension. Enter a number that rings you directly."),
    PhoneProblem.FOREIGN: NOT_RUNG,
    PhoneProblem.NOT_ORDINARY: NOT_RUNG,
    PhoneProblem.NOT_ASSIGNED: sentence("There is no such phone number. Check the digits and the area code."),
}
TOWN_MISSING = sentence("Enter your city or town, so that we find your representative.")
TOWN_TOO_LONG = sentence("That is too long for a town. Enter just its name, like Holyoke.")
NOT_TICKED = sentence("Tick the box, so that we may call you.")
OPEN_TOO_LONG = sentence("This page was open for a long time. Nothing is lost: press the button once more.")


_LEFT = TypeAdapter(StreetLeft)


class When(StrEnum):
    """What a supporter wants whose office is closed, or for whose office or carrier very many wait."""

    NOW = "now"  # to leave a message on its machine
    OPEN = "open"  # to be rung when it opens
    IN_LINE = "in-line"  # to keep a place in the line of an office, however long
    IN_AN_HOUR = "in-an-hour"
    IN_THREE_HOURS = "in-three-hours"
    TOMORROW = "tomorrow"
    DAYTIME = "daytime"  # as soon as it is day where their number lies


LATER = {
    When.IN_AN_HOUR: timedelta(hours=1),
    When.IN_THREE_HOURS: timedelta(hours=3),
    When.TOMORROW: timedelta(days=1),
}


def _nonce(token: str, info: ValidationInfo) -> str:
    for_campaign, nonce = _read(known(info, "tokens", Tokens), token)
    if for_campaign != known(info, "campaign_id", int):
        raise Wrong(OPEN_TOO_LONG)
    return nonce


def _read(tokens: Tokens, token: str) -> tuple[object, str]:
    try:
        for_campaign, nonce = tokens.read_young(PURPOSE, token, max_age=GOOD_FOR)
    except (BadTokenError, TypeError, ValueError):
        return None, ""
    return for_campaign, str(nonce)


def _is_rung(info: ValidationInfo) -> bool:
    return known(info, "rings", bool) and not any(info.data.get(other) for other in ("dial", "own", "wrote"))


def _phone(typed: str, info: ValidationInfo) -> str:
    return ringable(typed, info) if _is_rung(info) else ""


def ringable(typed: str, info: ValidationInfo) -> str:
    """The number that was typed, if it is one that may be rung.

    Raises:
        Wrong: it is none.
    """
    try:
        return parse_phone(
            typed, fictional=known(info, "fictional", bool), territories=known(info, "territories", bool)
        )
    except PhoneNumberError as error:
        raise Wrong(PHONE_PROBLEMS[error.problem]) from None


def _consent(code: str, info: ValidationInfo) -> str:
    if not code and _is_rung(info):
        raise Wrong(NOT_TICKED)
    return code


def _town(typed: str, info: ValidationInfo) -> str:
    if not known(info, "asks_place", bool):
        return ""
    if not typed:
        raise Wrong(TOWN_MISSING)
    if len(typed) > LONGEST_TOWN:
        raise Wrong(TOWN_TOO_LONG)
    place = resolve(typed)
    if place.kind is ResolutionKind.UNKNOWN:
        raise Wrong(place.why)
    return typed


def _settled(token: str, info: ValidationInfo) -> Mapping[str, HowFound]:
    if not token:
        return {}
    try:
        return {geoid: HowFound(how) for geoid, how in known(info, "tokens", Tokens).read(SETTLED, token).items()}
    except BadTokenError:
        return {}


def read_left(tokens: Tokens, token: str) -> StreetLeft | None:
    """What a street left that was told before; None for no token of ours."""
    try:
        return _LEFT.validate_python(tokens.read(LEFT, token)) if token else None
    except (BadTokenError, ValidationError):
        return None


def _left(token: str, info: ValidationInfo) -> StreetLeft | None:
    return read_left(known(info, "tokens", Tokens), token)


def _when(typed: str) -> When | None:
    return next((when for when in When if when == typed), None)


@dataclass(frozen=True)
class Code(Text):
    """The code of a language, in which somebody agreed; of any other tick nothing is kept."""

    def of(self, typed: str) -> str:
        """What is kept."""
        return typed if typed in BY_CODE else ""


class AskForm(Form):
    """Who wants to be rung, and what is known of where they live.

    Whoever would rather `dial` us, or calls the office on their `own` phone, or `wrote` to one without a number, gives
    no number and agrees to no call; nor does anybody where nobody is rung. `consent` is the language whose words were
    agreed to; who needs `more_time` is waited for longer on this call. `room` is a phone bank's code, `came_from` what
    their link said. Whoever wants the `map` chooses on it; who was rung in vain says that somebody `picks_up` now.
    `when` is the answer to a closed office or a long wait, `settled` what earlier questions decided, `left` what a
    street left. `token` is read as the nonce that makes the form count once, `secret` came with it. The field
    `website` is no field for people; `sure` says that somebody looked once more, `proof` what their browser worked
    out. Under the key `asked` lies the number of which the page shows the last digits.
    """

    dial: Ticked
    own: Ticked
    wrote: Ticked
    phone: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(_phone)]
    consent: Annotated[str, Code(limit=SHOWN), PlainValidator(_consent)]
    more_time: Ticked
    room: Annotated[str, Text(limit=LONGEST_TYPED)]
    came_from: Annotated[str, Text(limit=SHOWN), PlainValidator(source_of)]
    town: Annotated[str, Text(limit=SHOWN), PlainValidator(_town)]
    name: Annotated[str, Text(limit=LONGEST_NAME)]
    district: Annotated[str, Text(limit=12, as_typed=True)]
    zip: Annotated[str, Text(limit=LONGEST_ZIP)]
    address: Annotated[str, Text(limit=SHOWN)]
    street: Annotated[str, Text(limit=LONGEST_STREET)]
    number: Annotated[str, Text(limit=LONGEST_NUMBER)]
    area: Annotated[str, Text(limit=LONGEST_NAME)]
    map: Ticked
    instead: Annotated[str, Text(limit=SHOWN)]
    settled: Annotated[Mapping[str, HowFound], Text(limit=LONGEST_TOKEN, as_typed=True), PlainValidator(_settled)]
    left: Annotated[StreetLeft | None, Text(limit=LONGEST_TOKEN, as_typed=True), PlainValidator(_left)]
    picks_up: Ticked
    when: Annotated[When | None, Text(limit=SHOWN, as_typed=True), PlainValidator(_when)]
    token: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(_nonce)]
    secret: Annotated[str, Text(limit=SHOWN, as_typed=True)]
    website: Annotated[str, Text(limit=SHOWN)]
    sure: Annotated[str, Text(limit=SHOWN, as_typed=True)]
    proof: Annotated[str, Text(limit=LONGEST_TOKEN, as_typed=True)]
    asked: Annotated[str, Text(limit=SHOWN, as_typed=True)]

    def said(self, *, looks_up: bool) -> Said:
        """What was said of where they live; whether anything was to be looked up, only the form's fields tell."""
        return Said(
            town=self.town,
            district=self.district,
            zip=self.zip,
            address=self.address,
            street=self.street,
            number=self.number,
            area=self.area,
            looks_up=looks_up,
            settled=self.settled,
            left=self.left,
            wants_senator=self.instead == "senator",
        )


NOTHING_TYPED = Filled[AskForm](dict.fromkeys(AskForm.model_fields, ""))


def read_ask(sent: Mapping[str, str], campaign: CampaignWords, own: Given, *, rings: bool = True) -> Filled[AskForm]:
    """The form, checked as far as no look-up is needed; of the town nothing is kept where none is asked for."""
    fictional, asks_place = own.settings.fictional_numbers, campaign.whom_to_call.asks_place
    about = {"campaign_id": campaign.id, "asks_place": asks_place, "rings": rings, "fictional": fictional}
    return read_form(AskForm, sent, tokens=own.tokens, territories=own.settings.territories, **about)


def settled_token(tokens: Tokens, settled: Mapping[str, HowFound]) -> str:
    """What was decided, for the form of the next question: signed, so that it says truly how it was found."""
    return tokens.sign(SETTLED, dict(settled)) if settled else ""


def left_token(tokens: Tokens, left: StreetLeft | None) -> str:
    """What a street left, for the form of the next question: signed as well."""
    return tokens.sign(LEFT, _LEFT.dump_python(left, mode="json")) if left else ""


def new_token(tokens: Tokens, campaign_id: int) -> str:
    """A token for one form of one campaign: signed, nothing stored."""
    return tokens.sign_for_a_while(PURPOSE, [campaign_id, secrets.token_urlsafe(12)])


def nonce_in(tokens: Tokens, token: str) -> str:
    """What makes this form another than all others; empty where it is none of ours."""
    return _read(tokens, token)[1]
