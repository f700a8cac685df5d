"""The words and the colour in which organizers read what became of a call."""

from collections.abc import Mapping
from typing import NamedTuple

from app.calls.shown.kinds import Kind
from app.representatives import HowFound
from models import (
    CallSource,
    CallStatus,
    CampaignState,
    EndReason,
    LegRole,
    LegStatus,
    LineKind,
    LineOutcome,
    PassedOver,
    ReportedOutcome,
    ReportSource,
    Stance,
    TeamRole,
    WhomToCall,
    WhyHeld,
)


class Word(NamedTuple):
    """What is written, and the class of its colour: good, warn, bad, or now and quiet for where a call is."""

    text: str
    tone: str


CAMPAIGN: Mapping[CampaignState, Word] = {
    CampaignState.DRAFT: Word("Draft", "quiet"),
    CampaignState.SCHEDULED: Word("Starts later", "now"),
    CampaignState.LIVE: Word("Live", "good"),
    CampaignState.PAUSED: Word("Paused", "warn"),
    CampaignState.ARCHIVED: Word("Ended", "quiet"),
}

WHOM_TO_CALL: Mapping[WhomToCall, str] = {
    WhomToCall.REPRESENTATIVE: "their own representative",
    WhomToCall.SENATOR: "their own state senator",
    WhomToCall.BOTH: "their representative, then their senator",
    WhomToCall.LISTED: "the same office holders, from a list",
    WhomToCall.OWN_THEN_LISTED: "their own representative, then those of a list",
}

STATUS: Mapping[CallStatus, Word] = {
    CallStatus.SCHEDULED: Word("Agreed for later", "now"),
    CallStatus.REQUESTED: Word("Waiting its turn", "now"),
    CallStatus.DIALING: Word("Dialing", "now"),
    CallStatus.RINGING: Word("Ringing supporter", "now"),
    CallStatus.ANSWERED: Word("Picked up", "now"),
    CallStatus.ACCEPTED: Word("Hearing the script", "now"),
    CallStatus.CONNECTING: Word("Ringing office", "now"),
    CallStatus.TALKING: Word("Talking", "now"),
    CallStatus.ASKING: Word("Asked how it went", "now"),
    CallStatus.COMPLETED: Word("Picked up, now over", "quiet"),
    CallStatus.BUSY: Word("Phone busy", "warn"),
    CallStatus.NO_ANSWER: Word("Not picked up", "warn"),
    CallStatus.FAILED: Word("Failed", "bad"),
    CallStatus.CANCELED: Word("Canceled", "warn"),
}

END_REASON: Mapping[EndReason, str] = {
    EndReason.NO_KEY: "not reached: nobody pressed 1",
    EndReason.REFUSED: "asked never to be called",
    EndReason.CANCELED_ON_PAGE: "by the supporter, on the page",
    EndReason.CANCELED_BY_PHONE: "by the supporter, on the phone",
    EndReason.EXPIRED: "the office did not open in time",
    EndReason.NOBODY_THERE: "nobody holds that office any more",
    EndReason.NUMBER_BUSY: "another call to this number was under way",
    EndReason.RUNG_OFTEN: "the number was rung as often as one may be",
    EndReason.AGREED_TWICE: "the number was to be rung at another time already",
    EndReason.CAMPAIGN_HAD_ENOUGH: "the campaign had all its calls of the day",
    EndReason.CARRIER_REFUSED: "the carrier refused the number",
    EndReason.REFUSED_TO_US: "the carrier rang nobody for us",
    EndReason.CARRIER_UNREACHABLE: "the carrier was in trouble",
    EndReason.CAMPAIGN_NOT_LIVE: "the campaign was paused",
    EndReason.WAITED_TOO_LONG: "waited too long for its turn",
    EndReason.NEVER_RUNG: "the number is one that is never rung",
    EndReason.QUIET_HOURS: "it had become night",
    EndReason.WAVE_OVER: "its office's wave was over",
    EndReason.OFFICE_HAD_ENOUGH: "the office had all its calls of the day",
    EndReason.OUT_OF_BUDGET: "what the campaign may cost was spent",
    EndReason.HELD: "nobody was rung just then: see “Safety”",
    EndReason.ENDED_BY_TEAM: "ended by the team",
    EndReason.LOST: "the carrier lost the call",
    EndReason.NUMBER_GONE: "the key that its number was kept by is lost",
}

LINE: Mapping[LineOutcome, Word] = {
    LineOutcome.ANSWERED: Word("Answered", "good"),
    LineOutcome.BUSY: Word("Busy", "warn"),
    LineOutcome.NO_ANSWER: Word("No answer", "warn"),
    LineOutcome.FAILED: Word("Not reached", "bad"),
    LineOutcome.CANCELED: Word("Hung up before", "warn"),
}

REPORTED: Mapping[ReportedOutcome, Word] = {
    ReportedOutcome.CONTACT: Word("Talked to someone", "good"),
    ReportedOutcome.VOICEMAIL: Word("Left a message", "good"),
    ReportedOutcome.WROTE: Word("Wrote to them", "good"),
    ReportedOutcome.UNAVAILABLE: Word("Reached nobody", "warn"),
    ReportedOutcome.MAILBOX_FULL: Word("Mailbox full", "warn"),
    ReportedOutcome.WRONG_NUMBER: Word("Wrong number", "bad"),
    ReportedOutcome.SKIP: Word("Stopped", "warn"),
}

# As an organizer knows it, where that is another word than a supporter's.
CORRECTED: Mapping[ReportedOutcome, str] = {ReportedOutcome.SKIP: "Nobody knows more than the line"}
REPORTED_BY: Mapping[ReportSource, str] = {
    ReportSource.KEYPAD: "told by keypad",
    ReportSource.PAGE: "told on the page",
    ReportSource.ORGANIZER: "corrected by an organizer",
}
BEGAN: Mapping[CallSource, str] = {
    CallSource.WEB: "The call is asked for, through the campaign's page",
    CallSource.HOTLINE: "The call is asked for, through the hotline",
    CallSource.CALL_BACK: "We ring back, to hear from the number's owner that it is never to be called",
    CallSource.FORGETTING: "We ring, to hear from the number's owner that we are to forget it",
    CallSource.OWN_PHONE: "The supporter called on their own phone, or wrote, and tells us",
}
KIND: Mapping[Kind, Word] = {
    Kind.THROUGH_US: Word("Through us", "quiet"),
    Kind.OWN_PHONE: Word("Own phone, reported", "quiet"),
    Kind.WRITTEN: Word("Written, reported", "quiet"),
    Kind.TO_ITS_OWNER: Word("To a number's owner", "quiet"),
}

HELD: Mapping[WhyHeld, str] = {
    WhyHeld.SAFE_MODE: "All campaigns",
    WhyHeld.RESTORED: "A restored server",
    WhyHeld.WITHOUT_KEY: "The do-not-call key does not fit",
    WhyHeld.BUDGET_SPENT: "The budget is spent",
    WhyHeld.BUDGET_RESERVED: "What is left of the budget is reserved for calls under way",
    WhyHeld.SHORT_TALKS: "Calls that end at once",
    WhyHeld.UNACCEPTED_RINGS: "Rings that nobody accepts",
    WhyHeld.FLOODED_DISTRICT: "One district flooded",
    WhyHeld.REFUSED_VISITOR: "One visitor",
}

STANCE: Mapping[Stance, str] = {
    Stance.YES: "the office supports it",
    Stance.NO: "the office is against it",
    Stance.UNDECIDED: "the office is undecided",
    Stance.UNKNOWN: "the office did not say",
}

ROLE: Mapping[LegRole, str] = {LegRole.SUPPORTER: "Supporter's phone", LegRole.OFFICE: "Office's phone"}

IMPORTED_LINE: Mapping[LineKind, str] = {LineKind.CAPITOL: "State House", LineKind.DISTRICT: "District office"}
LINE_KIND: Mapping[LineKind, str] = {
    **IMPORTED_LINE,
    LineKind.FIRST: "First",
    LineKind.SECOND: "Second",
    LineKind.SWITCHBOARD: "State House switchboard",
}

LEG: Mapping[LegStatus, Word] = {
    LegStatus.QUEUED: Word("Waiting at the carrier", "now"),
    LegStatus.INITIATED: Word("Being dialed", "now"),
    LegStatus.RINGING: Word("Ringing", "now"),
    LegStatus.IN_PROGRESS: Word("On the line", "now"),
    LegStatus.COMPLETED: Word("Hung up", "quiet"),
    LegStatus.BUSY: Word("Busy", "warn"),
    LegStatus.NO_ANSWER: Word("No answer", "warn"),
    LegStatus.FAILED: Word("Not reached", "bad"),
    LegStatus.CANCELED: Word("Canceled", "warn"),
}

LEG_NEWS: Mapping[LegStatus, str] = {
    LegStatus.QUEUED: "{phone} waits at the carrier",
    LegStatus.INITIATED: "{phone} is dialed",
    LegStatus.RINGING: "{phone} rings",
    LegStatus.IN_PROGRESS: "{phone} is picked up",
    LegStatus.COMPLETED: "{phone} is hung up",
    LegStatus.BUSY: "{phone} is busy",
    LegStatus.NO_ANSWER: "{phone} is not picked up",
    LegStatus.FAILED: "{phone} cannot be reached",
    LegStatus.CANCELED: "{phone} stops ringing",
}

ANSWERED_BY: Mapping[str, str] = {
    "human": "The carrier takes the voice at the office for a person's",
    "machine_start": "The carrier takes the voice at the office for a machine's",
    "fax": "The carrier takes the office's line for a fax machine",
    "unknown": "The carrier cannot say whether a machine picked up at the office",
}

HOW_FOUND: Mapping[str, str] = {
    HowFound.TOWN: "known from the town",
    HowFound.VILLAGE: "known from the village",
    HowFound.ZIP: "known from the ZIP code",
    HowFound.PRECINCT: "known from the precinct",
    HowFound.STREET: "known from the street",
    HowFound.POINT: "known from a point on the map",
    HowFound.ADDRESS: "known from the address",
    HowFound.CHOSEN: "chosen by the supporter",
    HowFound.LISTED: "on the campaign's list",
}

PASSED_OVER: Mapping[PassedOver, str] = {
    PassedOver.VACANT: "seat vacant",
    PassedOver.NO_NUMBER: "no number known",
    PassedOver.SUPPORTS_ALREADY: "supports it already",
    PassedOver.HELD_BACK: "held back",
    PassedOver.OTHER_TURN: "not their wave",
}

TEAM_ROLE: Mapping[TeamRole, str] = {
    TeamRole.VIEWER: "Viewer",
    TeamRole.ORGANIZER: "Organizer",
    TeamRole.ADMIN: "Admin",
}

ROLE_MAY: Mapping[TeamRole, str] = {
    TeamRole.VIEWER: "reads the numbers and the log of their campaigns",
    TeamRole.ORGANIZER: "also changes their campaigns, and the lines of offices",
    TeamRole.ADMIN: "does everything, in every campaign, and looks after the team",
}
