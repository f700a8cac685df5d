"""Why a call is not placed.

CannotPlace             (what the limits say: `app/limits/errors.py`)
├── CampaignChanged     it is not live or not rung for, or it or the roster is not what it was when it was read
├── FormUsed            this form rang another number already, or somebody else sends it again
├── CallInFlight        a call to this number is under way
├── AlreadyAgreed       this number is rung later already, for the same office
├── QuietHours          nobody is rung at night
├── LongWait            their turn would not come within ten minutes
├── OfficeHadEnough     the office takes so many calls a day, and had them
└── NoSlotFree          very many have agreed on a time already
"""

from app.limits.errors import CannotPlace


class CampaignChanged(CannotPlace):
    """The campaign is not live, it or the roster is another version by now, or nobody is rung: look at it again."""


class FormUsed(CannotPlace):
    """A form counts once: the same number again is the same call, another number needs a new form.

    Whoever sends it may not know of its call; `is_known` says that they do.
    """

    def __init__(self, *, is_known: bool) -> None:
        super().__init__()
        self.is_known = is_known


class CallInFlight(CannotPlace):
    """One call at a time."""


class AlreadyAgreed(CannotPlace):
    """One agreed time for one office."""


class QuietHours(CannotPlace):
    """Supporters are rung between 8 in the morning and 9 in the evening."""


class LongWait(CannotPlace):
    """So many wait that nobody should be promised a call now: about `minutes`; some `may_keep_place` all the same."""

    def __init__(self, minutes: int, *, may_keep_place: bool) -> None:
        super().__init__()
        self.minutes, self.may_keep_place = minutes, may_keep_place


class NoSlotFree(CannotPlace):
    """No time is left on the day that was wished for."""


class OfficeHadEnough(CannotPlace):
    """It complained, and takes so many of our calls a day since then."""
