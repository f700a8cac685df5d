"""What can go wrong with mail, in a sentence that says what to do.

MailError     the mail server took nothing
"""

import socket
import ssl
from collections.abc import Mapping
from enum import StrEnum
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

SECONDS = 10
TRY_LATER = range(400, 500)  # what a mail server answers that may take it later


class MailProblem(StrEnum):
    """Why a mail was not taken."""

    PASSWORD = "password"  # nosec B105 # names what was refused
    UNKNOWN_HOST = "unknown-host"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    NOT_SAFE = "not-safe"
    SENDER = "sender"
    RECIPIENT = "recipient"
    BUSY = "busy"
    REFUSED = "refused"


SENTENCES: Mapping[MailProblem, str] = {
    # pragma: allowlist nextline secret
    MailProblem.PASSWORD: "The mail server refused the name or the password. Check both in SMTP_URL.",
    MailProblem.UNKNOWN_HOST: "There is no computer by the name of the mail server. Check the host in SMTP_URL.",
    MailProblem.TIMEOUT: (
        f"The mail server did not answer within {SECONDS} seconds. Check host and port in SMTP_URL, and whether a "
        "firewall lets this server out."
    ),
    MailProblem.UNREACHABLE: "Nothing takes mail at that host and port. Check both in SMTP_URL.",
    MailProblem.NOT_SAFE: (
        "No encrypted connection to the mail server came about. SMTP_URL begins with starttls:// (usually port 587) or "
        "smtps:// (usually 465): try the other, and check that the host is the one its certificate names."
    ),
    MailProblem.SENDER: "The mail server does not let this address send. Check MAIL_FROM.",
    MailProblem.RECIPIENT: "The mail server takes no mail for this address. Check how it is written.",
    MailProblem.BUSY: "The mail server takes no mail just now. Try again in a few minutes.",
    MailProblem.REFUSED: "The mail server refused the mail. Ask whoever runs it why.",
}
MAY_PASS = frozenset({MailProblem.UNKNOWN_HOST, MailProblem.TIMEOUT, MailProblem.UNREACHABLE, MailProblem.BUSY})

# The first that fits: almost all of these are kinds of OSError.
PROBLEM_OF: Mapping[type[Exception], MailProblem] = {
    SMTPAuthenticationError: MailProblem.PASSWORD,
    SMTPNotSupportedError: MailProblem.NOT_SAFE,
    SMTPSenderRefused: MailProblem.SENDER,
    SMTPRecipientsRefused: MailProblem.RECIPIENT,
    SMTPResponseException: MailProblem.REFUSED,
    SMTPServerDisconnected: MailProblem.UNREACHABLE,
    SMTPException: MailProblem.REFUSED,
    ssl.SSLError: MailProblem.NOT_SAFE,
    socket.gaierror: MailProblem.UNKNOWN_HOST,
    TimeoutError: MailProblem.TIMEOUT,
    OSError: MailProblem.UNREACHABLE,
}


class MailError(Exception):
    """A mail was not taken. What the server said is not repeated: it may quote an address."""

    def __init__(self, problem: MailProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem

    @property
    def sentence(self) -> str:
        """What it is, and what to do."""
        return SENTENCES[self.problem]

    @property
    def may_pass(self) -> bool:
        """Whether the same mail may be taken later."""
        return self.problem in MAY_PASS


def problem_of(error: Exception) -> MailProblem:
    """What went wrong, from what was raised."""
    if isinstance(error, SMTPServerDisconnected) and isinstance(error.__context__, TimeoutError):
        return MailProblem.TIMEOUT
    if set(_codes(error)) & set(TRY_LATER):
        return MailProblem.BUSY
    return next(problem for kind, problem in PROBLEM_OF.items() if isinstance(error, kind))


def _codes(error: Exception) -> list[int]:
    if isinstance(error, SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, SMTPResponseException) else []
