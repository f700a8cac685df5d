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
STANCES = {
    Stance.YES: sentence("They support it"),
    Stance.NO: sentence("They do not"),
    Stance.UNDECIDED: sentence("They are undecided"),
    Stance.UNKNOWN: sentence("They did not say"),
}
