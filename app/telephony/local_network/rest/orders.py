"""Reads a call to place, or a change to one, out of a request's form."""

from werkzeug.datastructures import MultiDict

from app.telephony.local_network.addresses import Address, Turn, subscription
from app.telephony.local_network.exchange import Order
from app.telephony.local_network.legs import FOUR_HOURS
from app.telephony.local_network.rest.validation import LONGEST_TIMEOUT, plain

USUAL_TIMEOUT = 60


def order_of(form: MultiDict[str, str]) -> Order:
    """Turn a valid form into an order; Url wins over Twiml."""
    return Order(
        to=plain(form["To"]),
        caller=plain(form["From"]),
        turn=turn_of(form),
        callback=subscription(
            form.get("StatusCallback", ""),
            form.get("StatusCallbackMethod", "POST"),
            form.getlist("StatusCallbackEvent"),
        ),
        fallback=address_of(form, "Fallback"),
        timeout=min(_figure(form, "Timeout", USUAL_TIMEOUT), LONGEST_TIMEOUT),
        time_limit=_figure(form, "TimeLimit", FOUR_HOURS),
    )


def turn_of(form: MultiDict[str, str]) -> Turn:
    """Return the document a form names."""
    address = address_of(form)
    return Turn(address) if address else Turn(twiml=form.get("Twiml", ""))


def address_of(form: MultiDict[str, str], kind: str = "") -> Address | None:
    """Return the address in `Url` and `Method`, or in those of a kind such as "Fallback"."""
    url = form.get(f"{kind}Url", "")
    return Address(url, form.get(f"{kind}Method", "POST").upper()) if url else None


def _figure(form: MultiDict[str, str], name: str, usual: int) -> int:
    text = form.get(name, "")
    return int(text) if text.isdecimal() and int(text) else usual
