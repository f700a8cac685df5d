"""The carrier's error codes that a call can meet, one a row: how far each reaches, what it means, and the cure."""

from typing import NamedTuple

from models import Concerns


class Row(NamedTuple):
    """One code; `source` and `as_of` say where its meaning comes from, and of which day that is."""

    code: int
    concerns: Concerns | None
    meaning: str
    cure: str
    source: str = "the vendor's error dictionary"
    as_of: str = "2026-11-28"


SEEN = "answers of the vendor, as others report them"
ACCOUNT, CAMPAIGN, NUMBER, ITSELF = Concerns.ACCOUNT, Concerns.CAMPAIGN, Concerns.NUMBER, Concerns.CARRIER

NO_CURE = "Nothing needs to be done: the page tells the supporter."
PAY = "Sign in at the carrier: pay what is due, or ask its support why the account is suspended."
TOKEN = "Copy the account SID and the auth token from the carrier's console once more."  # nosec B105 # what to do
OWN_IT = "Give the campaign a number that this account owns, or buy that number there."
PERMIT = "Allow calls to the United States and its territories in the carrier's voice permissions."
PROFILE = "Fill in the customer profile at the carrier and wait for its approval, which takes some days."
UPGRADE = "Upgrade the trial account, or verify that number at the carrier."
FETCH = "Look at PUBLIC_BASE_URL and at this server's log, and run “flask doctor”."
CORRECT = "Look at the office's number, and correct it under Offices."
WAIT = "Wait: we try again by ourselves. If it lasts, look at the carrier's status page."

# What only whoever typed the number can mend.
NUMBERS = (
    Row(21202, None, "The number is a paid one, which is not rung", NO_CURE),
    Row(21211, None, "The number is not written as a telephone number is", NO_CURE),
    Row(21214, None, "The number cannot be reached from the carrier's network", NO_CURE),
    Row(21217, None, "There is no such telephone number", NO_CURE),
    Row(32203, None, "The carrier does not put calls through to this number", NO_CURE, SEEN),
)

# What only whoever looks after the account can mend.
OURS = (
    Row(10001, ACCOUNT, "The account at the carrier is not active, or has no money left", PAY),
    Row(10003, ACCOUNT, "The account at the carrier cannot take calls either: it is suspended or unpaid", PAY),
    Row(11200, None, "The carrier could not fetch from this server what to say", FETCH),
    Row(11205, None, "The carrier could not connect to this server", FETCH),
    Row(11210, None, "The carrier does not know the name of this server", FETCH),
    Row(11215, None, "The carrier was sent from one address of this server to the next too often", FETCH),
    Row(11220, None, "The carrier does not trust this server's certificate", FETCH),
    Row(11237, None, "The carrier does not trust this server's certificate", FETCH),
    Row(11750, None, "What this server answered was too long for the carrier", FETCH),
    Row(12100, None, "The carrier could not read what this server answered", FETCH),
    Row(12300, None, "The carrier could not read what this server answered", FETCH),
    Row(13214, CAMPAIGN, "The campaign's number may not be shown to offices: the account does not own it", OWN_IT),
    Row(13223, None, "The office's number is not written as a telephone number is", CORRECT),
    Row(13224, None, "The carrier cannot ring the office's number", CORRECT),
    Row(13225, None, "The carrier does not ring the office's number", CORRECT),
    Row(13226, None, "The office's number is in a country that the carrier does not know", CORRECT),
    Row(13227, NUMBER, "The account may not ring where that number is", PERMIT),
    Row(13805, None, "The carrier ended the call after ten minutes, as it does on a trial account", UPGRADE),
    Row(20003, ACCOUNT, "The carrier does not accept the account's SID and token", TOKEN),
    Row(20005, ACCOUNT, "The account at the carrier is suspended, or has no money left", PAY),
    Row(20006, ACCOUNT, "The carrier does not let this account place calls", PAY),
    Row(20008, ACCOUNT, "The account's test credentials are set, which ring nobody", TOKEN),
    Row(20404, ACCOUNT, "The carrier knows no such account", TOKEN),
    Row(21201, None, "No number was given that was to be rung", FETCH),
    Row(21205, None, "The carrier does not accept the address of this server", FETCH),
    Row(21210, CAMPAIGN, "The campaign's number is not the account's, so the carrier places no calls from it", OWN_IT),
    Row(21212, CAMPAIGN, "The campaign's number is none from which the carrier places calls", OWN_IT),
    Row(21213, CAMPAIGN, "The campaign has no number of its own", OWN_IT),
    Row(21215, NUMBER, "The account may not ring where that number is", PERMIT),
    Row(21216, ACCOUNT, "The carrier blocks our calls: the account has no approved customer profile", PROFILE),
    Row(21219, NUMBER, "The account is a trial, which rings verified numbers only", UPGRADE),
    Row(32205, NUMBER, "The account may not ring where that number is", PERMIT),
    Row(573002, NUMBER, "The account is a trial, which rings verified numbers only", UPGRADE),
    Row(573005, NUMBER, "The account is a trial, which rings verified numbers only", UPGRADE),
)

# The carrier's own; 0 stands for an error without a code, and for silence.
CARRIERS = (
    Row(0, ITSELF, "The carrier did not answer, or could not do what it was asked", WAIT, "what we saw", "2026-11-28"),
    Row(10004, ITSELF, "More calls are under way than the carrier lets this account have", WAIT),
    Row(20429, ITSELF, "The carrier was asked more often than it takes", WAIT),
    Row(20500, ITSELF, "The carrier had trouble of its own", WAIT),
)
