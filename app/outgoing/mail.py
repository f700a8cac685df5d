"""Sends mail: one letter to one person, by the mail server of the settings."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as LINES_OF_MAIL
from email.utils import formatdate, make_msgid
from smtplib import SMTP, SMTP_SSL
from urllib.parse import unquote, urlsplit

from app.config import Settings
from app.language.text import clean_text
from app.outgoing.problems import SECONDS, MailError, MailProblem, problem_of

LONGEST_SUBJECT = 200
LONGEST_ADDRESS = 255
SENDER = "Ringdown"


@dataclass(frozen=True)
class Letter:
    """What is sent to whom. Lines of the text are broken as they are to be read."""

    to: str
    subject: str
    text: str


class Mailer:
    """Sends letters, where SMTP_URL says by which server, which has so many seconds to answer."""

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._server = urlsplit(settings.smtp_url.get_secret_value())
        self._sender = settings.mail_sender
        self._seconds = seconds

    @property
    def is_set_up(self) -> bool:
        """Whether there is a mail server."""
        return bool(self._server.hostname)

    def send(self, letter: Letter) -> None:
        """Hand it to the mail server. Open no transaction meanwhile: it may take seconds.

        Raises:
            MailError: it was not taken.
        """
        message = _message(letter, self._sender)
        try:
            with self._connected() as server:
                server.send_message(message)
        except OSError as error:
            raise MailError(problem_of(error)) from error

    @contextmanager
    def _connected(self) -> Iterator[SMTP]:
        host, port, name = self._server.hostname or "", self._server.port or 0, _domain(self._sender)
        if self._server.scheme == "smtps":
            server: SMTP = SMTP_SSL(host, port, name, timeout=self._seconds, context=ssl.create_default_context())
        else:
            server = SMTP(host, port or (587 if self._server.scheme == "starttls" else 0), name, timeout=self._seconds)
        with server:
            if self._server.scheme == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self._server.username:
                server.login(unquote(self._server.username), unquote(self._server.password or ""))
            yield server


def _message(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage(policy=LINES_OF_MAIL)
    message["From"] = _address(sender, MailProblem.SENDER, name=SENDER)
    message["To"] = _address(letter.to, MailProblem.RECIPIENT)
    message["Subject"] = clean_text(letter.subject, limit=LONGEST_SUBJECT)
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=_domain(sender))
    message["Auto-Submitted"] = "auto-generated"  # nobody's vacation answers
    message.set_content(letter.text)
    return message


def _address(typed: str, problem: MailProblem, *, name: str = "") -> Address:
    """The one address that this is.

    Raises:
        MailError: it is none, or more than one, or hides something.
    """
    mailbox, _, domain = typed.rpartition("@")
    if typed != clean_text(typed, limit=LONGEST_ADDRESS) or not mailbox.isascii():
        raise MailError(problem)
    try:
        return Address(name, addr_spec=f"{mailbox}@{domain.encode('idna').decode()}")
    except (ValueError, IndexError, MessageError):  # the library raises any of them
        raise MailError(problem) from None


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
