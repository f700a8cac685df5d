"""A number of the account that is rung from within it: what goes out comes in again, and both ends share one fate."""

from app.telephony.local_network.legs import Leg


def comes_in_as(out: Leg, into: Leg) -> None:
    """What goes out on the one leg comes in on the other."""
    out.far_end, into.far_end = into, out
    if into.is_over:
        out.end(into.status)


def share(leg: Leg, event: str) -> None:
    """What happens to one of the two happens to the other."""
    other = leg.far_end
    if other and event == "answered":
        other.answer()
    if other and event == "completed":
        other.end("completed" if other.is_answered else leg.status)
