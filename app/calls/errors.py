"""Why a call is not placed.

CannotPlace
├── CampaignNotLive     nobody is rung for a draft, paused or archived campaign
├── DoNotCallError      this number asked never to be called
├── NotASupporter       this number is an office's, or the campaign's own
├── FormUsed            this form rang another number already
├── CallInFlight        a call to this number is under way
├── AlreadyAgreed       this number is rung later already, for the same office
├── TooManyCalls        this number was rung often enough within the hour
├── QuietHours          nobody is rung at night
└── NoSlotFree          very many have agreed on a time already
"""


class CannotPlace(Exception):
    """Nothing was written, nobody is rung."""


class CampaignNotLive(CannotPlace):
    """The campaign is not live."""


class DoNotCallError(CannotPlace):
    """The number is on the do-not-call list."""


class NotASupporter(CannotPlace):
    """The number belongs to an office or to the campaign."""


class FormUsed(CannotPlace):
    """A form counts once: the same number again is the same call, another number needs a new form."""


class CallInFlight(CannotPlace):
    """One call at a time."""


class AlreadyAgreed(CannotPlace):
    """One agreed time for one office."""


class TooManyCalls(CannotPlace):
    """The hour's limit is reached."""


class QuietHours(CannotPlace):
    """Supporters are rung between 8 in the morning and 9 in the evening."""


class NoSlotFree(CannotPlace):
    """No time is left on the day that was wished for."""
