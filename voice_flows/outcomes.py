"""What came of a place that was said, of an office's line, of an office's turn: what a flow takes its way by."""

from enum import StrEnum


class PlaceFound(StrEnum):
    """What came of the place that a caller said on the hotline."""

    NOTHING = ""  # none was said, or too often in vain
    AGREE = "agree"  # one office, and they say whether it is theirs
    REPRESENTATIVES = "representatives"  # several representatives to choose from
    SENATORS = "senators"
    PLACES = "places"  # several places that may be meant
    STREET = "street"  # the street on which they live tells more
    STREET_AGAIN = "street-again"  # the same, after one that was not found
    STREETS = "streets"  # several streets that may be meant, or one to agree on
    HOUSE = "house"  # the house number decides on that street
    AREAS = "areas"  # several parts of town that have such a street
    MANY = "many"  # too many to read out
    UNCLEAR = "unclear"  # talk that names no place: a radio, somebody else in the room
    UNKNOWN = "unknown"
    OUTSIDE = "outside"  # in another state
    CODE_UNKNOWN = "code-unknown"
    NOBODY = "nobody"  # nobody can be called there


class LineShowed(StrEnum):
    """How the office's line answered, once it was rung."""

    NOT_RUNG = ""
    ANSWERED = "answered"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


class WhyPassedOver(StrEnum):
    """Why an office is not called."""

    VACANT = "vacant"
    NO_NUMBER = "no-number"
    SUPPORTS_ALREADY = "supports-already"
    HELD_BACK = "held-back"
    OTHER_TURN = "other-turn"
