"""Whether this computer's own clock is right: calls go by the database's, but codes of apps and certificates do not."""

from collections.abc import Iterator
from datetime import timedelta

from app.clock import Clock
from app.readiness.check import About, Check, Weight

MOST = timedelta(seconds=5)
SENTENCE = "This computer's clock is {how_long} {ahead} the database's. Calls go by the database's."
CURE = "Let both be set over the network (NTP): see timedatectl."


def clock_checks(own: Clock, databases: Clock) -> Iterator[Check]:
    """What is not right with it; that the database takes long to answer does not count."""
    began, told, ended = own(), databases(), own()
    if began - told >= MOST:
        yield _differs(began - told, "ahead of")
    elif told - ended >= MOST:
        yield _differs(told - ended, "behind")


def _differs(by: timedelta, how: str) -> Check:
    minutes, seconds = divmod(round(by.total_seconds()), 60)
    how_long = f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
    return Check(About.CLOCK, Weight.WARNS, SENTENCE.format(how_long=how_long, ahead=how), CURE)
