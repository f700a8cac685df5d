"""A mail server of this computer: it keeps what it takes, and can be told to be as unkind as others are."""

import base64
import email
import email.policy
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

PASSWORD = "the password of the mail server"


@dataclass
class MailServer:
    """What it took; `refusals` are what it answers to a command in place of taking it."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    silent: bool = False
    context: ssl.SSLContext | None = None
    was_encrypted: bool = False
    meanwhile: Callable[[], object] = bool  # what is done while it takes a mail

    def refuses(self, command: str, answer: str) -> None:
        """Let it answer so to a command: MAIL, RCPT, DATA, AUTH."""
        self.refusals[command] = answer

    def only(self) -> EmailMessage:
        """The one mail that it took."""
        (mail,) = self.mails
        return mail

    def text(self) -> str:
        """What stands in it."""
        return str(self.only().get_content())


class _Conversation(socketserver.StreamRequestHandler):
    """One client: the part of SMTP that clients speak."""

    def handle(self) -> None:
        server: MailServer = self.server.mail  # type: ignore[attr-defined]
        if server.silent:
            self.rfile.readline()
            return
        self._say("220 mail.example.org")
        while line := self.rfile.readline():
            verb, _, rest = line.decode().strip().partition(" ")
            if verb.upper() in server.refusals:
                self._say(server.refusals[verb.upper()])
            elif getattr(self, f"_{verb.lower()}", self._unknown)(server, rest) == "over":
                return

    def finish(self) -> None:
        """An encrypted connection is another one than came in."""
        super().finish()
        self.request.close()

    def _say(self, *lines: str) -> None:
        for line in lines:
            self.wfile.write(f"{line}\r\n".encode())

    def _ehlo(self, server: MailServer, _rest: str) -> None:
        self._say("250-mail.example.org", *(["250-STARTTLS"] if server.context else []), "250 AUTH PLAIN")

    def _auth(self, _server: MailServer, rest: str) -> None:
        given = base64.b64decode(rest.rsplit(maxsplit=1)[-1]).split(b"\0")[-1].decode()
        self._say("235 welcome" if given == PASSWORD else "535 wrong password")

    def _starttls(self, server: MailServer, _rest: str) -> None:
        self._say("220 go on")
        assert server.context is not None
        self.request = server.context.wrap_socket(self.request, server_side=True)
        server.was_encrypted = True
        self.setup()

    def _mail(self, server: MailServer, _rest: str) -> None:
        server.meanwhile()
        self._say("250 ok")

    def _rcpt(self, server: MailServer, rest: str) -> None:
        server.to.append(rest.partition("<")[2].partition(">")[0])
        self._say("250 ok")

    def _data(self, server: MailServer, _rest: str) -> None:
        self._say("354 go on")
        lines = list(iter(self.rfile.readline, b".\r\n"))
        sent = b"".join(line.removeprefix(b".") for line in lines).replace(b"\r\n", b"\n")
        server.mails.append(email.message_from_bytes(sent, policy=email.policy.default))
        self._say("250 taken")

    def _quit(self, _server: MailServer, _rest: str) -> str:
        self._say("221 bye")
        return "over"

    def _unknown(self, _server: MailServer, _rest: str) -> None:
        self._say("502 what?")

    _rset = _noop = _mail


class _Listening(socketserver.ThreadingTCPServer):
    """Every client has a thread that ends with it."""

    mail: MailServer
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is no matter."""


@contextmanager
def mail_server(context: ssl.SSLContext | None = None) -> Iterator[MailServer]:
    """Run one for as long as the context lasts."""
    with _Listening(("127.0.0.1", 0), _Conversation) as listening:
        server = listening.mail = MailServer(port=listening.server_address[1], context=context)
        thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        listening.shutdown()
        thread.join()
