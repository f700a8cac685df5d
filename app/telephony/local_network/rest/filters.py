"""Which calls a list asks for, in Twilio's spelling of the query."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from werkzeug.datastructures import MultiDict

from app.telephony.local_network.legs import Leg
from app.telephony.local_network.rest.errors import RestError

Check = Callable[[Leg], bool]
FACTS: dict[str, Callable[[Leg], str]] = {
    "To": lambda leg: leg.to,
    "From": lambda leg: leg.caller,
    "ParentCallSid": lambda leg: leg.parent.sid if leg.parent else "",
    "Status": lambda leg: "queued" if leg.status == "initiated" else leg.status,
}
TIMES: dict[str, Callable[[Leg], datetime | None]] = {
    "StartTime": lambda leg: leg.dialled or leg.created,
    "EndTime": lambda leg: leg.ended,
}


def filter_of(query: MultiDict[str, str]) -> Check:
    """Return what tells whether a leg passes every filter of the query.

    Raises:
        RestError: a date cannot be read (20001).
    """
    checks = [_same(fact, query[name]) for name, fact in FACTS.items() if query.get(name)]
    for name, time in TIMES.items():
        checks += [_within(time, sign, _date(query[name + sign])) for sign in ("", "<", ">") if query.get(name + sign)]
    return lambda leg: all(check(leg) for check in checks)


def _same(fact: Callable[[Leg], str], wanted: str) -> Check:
    return lambda leg: fact(leg) == wanted


def _within(time: Callable[[Leg], datetime | None], sign: str, limit: datetime) -> Check:
    """No sign is that day; the limits themselves are within."""

    def check(leg: Leg) -> bool:
        when = time(leg)
        if when is None:
            return False
        if sign:
            return when <= limit if sign == "<" else when >= limit.replace(microsecond=0)
        return limit <= when < limit + timedelta(days=1)

    return check


def _date(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise RestError(20001, f"Invalid date: {text}") from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
