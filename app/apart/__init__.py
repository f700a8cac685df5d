"""Looks into files that somebody uploaded apart from the threads that answer: in a process of its own, two at a time.

NoPlaceError         as many are looked into as can be at once; nothing was begun
RefusedError (word)  the file is none that we take
BrokeDownError       whoever looked into it died of it, or was stopped after so many seconds
"""

from app.apart.decode import MOST_SECONDS, BrokeDownError, TookTooLongError, decoded
from app.apart.places import AT_ONCE, MOST_WAIT, PATIENCE, NoPlaceError, a_place, begun_within
from app.apart.refused import RefusedError

__all__ = [
    "AT_ONCE",
    "MOST_SECONDS",
    "MOST_WAIT",
    "PATIENCE",
    "BrokeDownError",
    "NoPlaceError",
    "RefusedError",
    "TookTooLongError",
    "a_place",
    "begun_within",
    "decoded",
]
