"""Changes to a call: end it, or send it to another document."""

from werkzeug.datastructures import MultiDict

from app.telephony.local_network.exchange import Exchange
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.rest.errors import RestError
from app.telephony.local_network.rest.orders import turn_of
from app.telephony.local_network.rest.validation import require_url

BEFORE_ANSWER = ("queued", "initiated", "ringing")


def change(exchange: Exchange, leg: Leg, form: MultiDict[str, str]) -> None:
    """Apply an update; "canceled" has no effect on a call in progress.

    Raises:
        RestError: 21220 for a call that is over, or not answered and sent elsewhere.
    """
    status = form.get("Status", "")
    if leg.is_over:
        raise RestError(21220, "Call is not in-progress. Cannot redirect.")
    if status:
        _end(leg, status)
    elif form.get("Url") or form.get("Twiml"):
        _redirect(exchange, leg, form)


def _end(leg: Leg, status: str) -> None:
    if status not in ("canceled", "completed"):
        raise RestError(20001, f"Invalid Status: {status}")
    # A leg that still rings inside a Dial counts as in progress: only "completed" ends it.
    is_waiting = leg.status in BEFORE_ANSWER
    if status == "completed":
        leg.end("canceled" if is_waiting else "completed")
    elif is_waiting and not leg.parent:
        leg.end("canceled")


def _redirect(exchange: Exchange, leg: Leg, form: MultiDict[str, str]) -> None:
    if form.get("Url"):
        require_url(form["Url"], 21205)
    if leg.parent or not leg.is_answered:
        raise RestError(21220, "Call is not in-progress. Cannot redirect.")
    exchange.redirect(leg, turn_of(form))
