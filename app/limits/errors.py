"""Why nothing is placed: what the limits say; `app/calls/errors.py` has what else stands in the way.

CannotPlace
├── DoNotCallError      this number asked never to be called
├── PlacingPaused       the carrier rings nobody for us just now
├── NotASupporter       this number is an office's, the campaign's own, or on a list of those that are never rung
├── TooManyCalls        this number was rung often enough within the hour, or the day
├── RangInVain          it was rung so often in vain that it is asked why first
├── CampaignRangEnough  the campaign rang as many phones as it may in a day
└── TooManyNumbers      this visitor had as many different numbers rung as one may
"""


class CannotPlace(Exception):
    """Nothing was written, nobody is rung."""


class DoNotCallError(CannotPlace):
    """The number is on the do-not-call list."""


class NotASupporter(CannotPlace):
    """The number belongs to an office, to the campaign, or to an institution or service that is never rung."""


class PlacingPaused(CannotPlace):
    """The carrier refuses because of us, or is in trouble: `code` is its own."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class TooManyCalls(CannotPlace):
    """The number's limit of the hour, or of the day, is reached."""


class RangInVain(CannotPlace):
    """Nobody pressed 1 there lately: whoever asks says first whether that phone silences unknown callers."""


class CampaignRangEnough(CannotPlace):
    """The campaign's limit of the day is reached: tomorrow it rings again."""


class TooManyNumbers(CannotPlace):
    """The visitor's limit of the hour, or of the day, is reached."""
