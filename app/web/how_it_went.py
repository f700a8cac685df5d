"""What a supporter may tell of an office, in the order in which it is offered."""

from app.language.sentences import sentence
from models import ReportedOutcome, Stance

OUTCOMES = {
    ReportedOutcome.CONTACT: sentence("I talked to someone"),
    ReportedOutcome.VOICEMAIL: sentence("I left a message"),
    ReportedOutcome.UNAVAILABLE: sentence("Nobody answered"),
    ReportedOutcome.MAILBOX_FULL: sentence("The mailbox was full"),
    ReportedOutcome.WRONG_NUMBER: sentence("It was the wrong number"),
    ReportedOutcome.SKIP: sentence("I stopped"),
}
# The same of those who called on their own phone: what one tap tells, and what may be told instead.
ON_OWN_PHONE = {
    ReportedOutcome.CONTACT: sentence("I called and talked to someone"),
    ReportedOutcome.VOICEMAIL: sentence("I called and left a message"),
    ReportedOutcome.UNAVAILABLE: sentence("I could not reach them"),
    ReportedOutcome.WROTE: sentence("I wrote to them"),
}
# Of an office without a number nothing else can be told.
WRITTEN = {ReportedOutcome.WROTE: ON_OWN_PHONE[ReportedOutcome.WROTE]}
MORE_OF_OWN_PHONE = {
    **ON_OWN_PHONE,
    ReportedOutcome.MAILBOX_FULL: OUTCOMES[ReportedOutcome.MAILBOX_FULL],
    ReportedOutcome.WRONG_NUMBER: OUTCOMES[ReportedOutcome.WRONG_NUMBER],
}
STANCES = {
    Stance.YES: sentence("They support it"),
    Stance.NO: sentence("They do not"),
    Stance.UNDECIDED: sentence("They are undecided"),
    Stance.UNKNOWN: sentence("They did not say"),
}
