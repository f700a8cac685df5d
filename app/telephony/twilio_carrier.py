"""The official Twilio client, pointed at whichever carrier the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from twilio.base import values
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.base.version import Version
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.call import CallInstance
from urllib3.exceptions import NewConnectionError

from app.config import TWILIO_API, Settings
from app.telephony.carrier import CarrierBusy, CarrierLeg, CarrierRefused, CarrierUnknown, RingRequest
from app.telephony.money import Money
from app.telephony.outcomes import LEG_STATUS, NOT_PROCESSED
from app.telephony.profiles import profile_of

PROGRESS = ["initiated", "ringing", "answered", "completed"]
ALREADY_ENDED = 21220
NO_ACCOUNT, UNAUTHORIZED = 20003, 401
CODES = range(10_000, 1_000_000)  # what is less is the HTTP status, which the client puts in its place
LONGEST_CODE = 20  # digits: what is longer is none
CURRENCY_LETTERS = 3
NOT_FOUND = 404
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


class OtherHost(TwilioHttpClient):
    """Sends what the client would send to Twilio to another scheme, host and path; always with a timeout.

    Twilio itself has a host for each of its products: for it everything stays as it is. The address of a further page
    of a list has the path already, since the carrier tells it.
    """

    def __init__(self, base_url: str, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._base = urlsplit(base_url)
        self._is_another = base_url != TWILIO_API

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:  # type: ignore[override]
        """Send one request. Never retried here."""
        if not self._is_another:
            return super().request(method, url, *args, **kwargs)
        there = urlsplit(url)
        before = "" if there.path.startswith(f"{self._base.path}/") else self._base.path
        here = there._replace(scheme=self._base.scheme, netloc=self._base.netloc, path=before + there.path)
        return super().request(method, urlunsplit(here), *args, **kwargs)


@contextmanager
def carrier_errors() -> Iterator[None]:
    """Say in our words what went wrong, and above all whether it may be tried again."""
    try:
        with _lists_as_the_rest():
            yield
    except (TwilioRestException, TwilioServiceException) as error:  # the second is its newer form of errors
        code = _code(error)
        if error.status == TOO_MANY_REQUESTS or code in NOT_PROCESSED:
            raise CarrierBusy(code) from error
        if error.status >= SERVER_ERROR:
            raise CarrierUnknown(code) from error
        raise CarrierRefused(code) from error
    except requests.RequestException as error:
        raise (CarrierBusy if _never_sent(error) else CarrierUnknown) from error
    except (TwilioException, AttributeError, KeyError, TypeError, ValueError) as error:  # we cannot read the answer
        raise CarrierUnknown from error


def _code(error: TwilioRestException | TwilioServiceException) -> int | None:
    """The carrier's own code, whether it came as a number or as a text; None where there is none that can be one."""
    told = str(error.code)
    code = int(told) if told.isascii() and told.isdigit() and len(told) < LONGEST_CODE else 0
    if code in CODES:
        return code
    return NO_ACCOUNT if error.status == UNAUTHORIZED else None


@contextmanager
def _lists_as_the_rest() -> Iterator[None]:
    """Where a list is refused the client gives the carrier's answer alone: make of it what it makes of all others."""
    try:
        yield
    except TwilioException as error:
        answer = error.args[1] if len(error.args) > 1 else None
        if isinstance(answer, Response):
            raise Version.exception("GET", "", answer, "Unable to fetch page") from error
        raise


def _never_sent(error: requests.RequestException) -> bool:
    """Whether no connection came about, so that the carrier cannot have heard us."""
    reason = getattr(error.args[0] if error.args else None, "reason", None)
    return isinstance(error, requests.ConnectTimeout) or isinstance(reason, NewConnectionError)


def twilio_client(settings: Settings, *, as_owner: bool = False) -> Client:
    """The client for the account and the carrier of the settings.

    It comes with the API key where there is one: only what a key may not ask is asked `as_owner`, with the token.
    """
    path = profile_of(settings).base_path
    base_url = settings.twilio_api_base_url.removesuffix(path) + path
    http = OtherHost(base_url, settings.carrier_timeout_seconds)
    name, word = settings.twilio_account_sid, settings.twilio_auth_token
    if settings.has_api_key and not as_owner:
        name, word = settings.twilio_api_key_sid, settings.twilio_api_key_secret
    # Where no account is set up nobody can be rung; the client insists on some name all the same.
    account = settings.twilio_account_sid or "none"
    return Client(name or "none", word.get_secret_value() or "none", account, http_client=http)


class TwilioCarrier:
    """Twilio, or whoever speaks its API (see `Carrier`)."""

    def __init__(self, settings: Settings) -> None:
        self._client = twilio_client(settings)

    def ring(self, request: RingRequest) -> str:
        """Ask it to ring a phone."""
        with carrier_errors():
            call = self._client.calls.create(
                to=request.to,
                from_=request.caller_id,
                url=request.answer_url,
                fallback_url=request.fallback_url,
                status_callback=request.status_url,
                status_callback_event=PROGRESS,
                timeout=request.ring_limit,
                time_limit=request.time_limit,
            )
            if not call.sid:
                raise ValueError("a call without an id")
        return str(call.sid)

    def end(self, sid: str) -> None:
        """End a leg: `completed` ends one that rings as well as one that is connected."""
        try:
            with carrier_errors():
                self._client.calls(sid).update(status="completed")
        except CarrierRefused as refusal:
            if refusal.code != ALREADY_ENDED:
                raise

    def leg(self, sid: str) -> CarrierLeg | None:
        """Fetch one leg."""
        try:
            with carrier_errors():
                return _leg(self._client.calls(sid).fetch())
        except CarrierRefused as refusal:
            if _is_unknown(refusal):
                return None
            raise

    def child_legs(self, sid: str) -> list[CarrierLeg]:
        """Fetch the legs dialled from within this one."""
        with carrier_errors():
            return [_leg(call) for call in self._client.calls.list(parent_call_sid=sid, limit=20)]

    def forget(self, sid: str) -> None:
        """Have it delete its record of a leg."""
        try:
            with carrier_errors():
                self._client.calls(sid).delete()
        except CarrierRefused as refusal:
            if not _is_unknown(refusal):
                raise

    def legs_to(self, number: str, *, caller_id: str | None, since: datetime) -> list[CarrierLeg]:
        """Fetch the legs on which `caller_id`, or whichever, rang `number` since then."""
        with carrier_errors():
            rung_from = caller_id or values.unset
            found = self._client.calls.list(to=number, from_=rung_from, start_time_after=since, limit=20)
            return [_leg(call) for call in found if _is_to(call, number)]


def _is_unknown(refusal: CarrierRefused) -> bool:
    return getattr(refusal.__cause__, "status", None) == NOT_FOUND


def _is_to(call: CallInstance, number: str) -> bool:
    """Whether a leg rang this number: not every carrier heeds what it is asked for, or writes the plus sign."""
    return not call.to or str(call.to).removeprefix("+") == number.removeprefix("+")


def _leg(call: CallInstance) -> CarrierLeg:
    return CarrierLeg(
        sid=call.sid or "",
        parent_sid=call.parent_call_sid,
        to=str(call.to),
        status=LEG_STATUS[str(call.status)],
        created_at=call.date_created,
        started_at=call.start_time,
        ended_at=call.end_time,
        duration=int(call.duration) if call.duration is not None else None,
        price=_price(call.price, call.price_unit),
    )


def _price(amount: object, currency: object) -> Money | None:
    """What a leg cost; one that we cannot read is as good as none."""
    if amount is None or len(str(currency or "")) > CURRENCY_LETTERS:
        return None
    try:
        return Money.told(amount, currency)
    except ValueError:
        return None
