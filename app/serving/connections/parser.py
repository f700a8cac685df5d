"""One request as it arrives: read to the letter, and of its body no more than its route takes.

Two programs that read one request in two ways let somebody put words into another's connection. So whatever can be read
in two ways is refused, also where waitress has a way: who read it before may be a proxy of any kind.
"""

import re
from typing import Any, Protocol

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import BadRequest

from app.guard.route_classes import RouteClass
from app.serving.connections.chunks import StrictChunks

LINE = b"\r\n"
START = re.compile(rb"[A-Z]+ [\x21-\x7e\x80-\xff]+ HTTP/1\.[01]")  # one blank each, and nothing that is not seen
BARE = re.compile(rb"(?<!\r)\n")
# What says how long a body is, and whose the request: each at most once, and by this name alone. Programs that take
# another sign for a dash, or one more for nothing, know them by others too.
ONCE = {b"content-length", b"transfer-encoding", b"host"}
TAKEN_FOR_THEM = re.compile(rb"\W*(?:content\W?_?length|transfer\W?_?encoding|host)\W*")
LENGTH = re.compile(rb"0|[1-9][0-9]{0,17}")


class Bodies(Protocol):
    """Which bodies are taken."""

    def asked(self, method: str, path: str) -> RouteClass:
        """The class of the route that is asked for."""

    def largest(self, asked: RouteClass, method: str, cookies: str) -> int:
        """How many bytes it takes, by all that the head of a request tells."""


class Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """waitress's own, which takes less. A body that is too long is left: the app answers, and closes the connection."""

    asked: RouteClass | None = None
    body_rcv: Any
    content_length: int

    def __init__(self, adjustments: Adjustments, bodies: Bodies) -> None:
        super().__init__(adjustments)
        self._bodies, self._largest = bodies, 0
        self.is_left = False

    def received(self, data: bytes) -> int:
        """How many bytes of this belong to the request; nothing is read behind one that ends the connection."""
        taken = int(super().received(data))
        if not self.headers_finished and BARE.search(self.header_plus):
            self.error, self.completed = BadRequest("A line ends in a bare LF"), True
        if self.body_rcv is not None and self.body_bytes_received > self._largest:
            self._leave(self.body_bytes_received)
            self.completed = True
        if self.error or self.is_left:
            self.expect_continue = False
            return len(data)
        return taken

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head.

        Raises:
            ParsingError: it can be read in two ways.
        """
        self._refuse_doubtful(header_plus)
        try:
            super().parse_header(header_plus)
        except ValueError:  # an address in brackets that is none: else the connection ends without a word
            raise ParsingError("The address cannot be read") from None
        self.asked = self._bodies.asked(self.command, self.path)
        if self.body_rcv is None:
            return
        self._largest = self._bodies.largest(self.asked, self.command, self.headers.get("COOKIE", ""))
        if self.chunked:
            self.body_rcv = StrictChunks(self.body_rcv.getbuf())
        if self.content_length > self._largest:
            self._leave(self.content_length)

    def _leave(self, length: int) -> None:
        """Read nothing of the body, or no more: the app sees how long it is, and refuses it in its own words."""
        self.close()
        self.body_rcv, self.content_length, self.is_left = None, 0, True
        self.headers |= {"CONTENT_LENGTH": str(length), "CONNECTION": "close"}

    @staticmethod
    def _refuse_doubtful(head: bytes) -> None:
        start, *lines = head.split(LINE)
        if not START.fullmatch(start):
            raise ParsingError("The first line is not that of HTTP/1.1")
        said = dict[bytes, bytes]()
        for line in lines:
            name, colon, value = line.partition(b":")
            if line and (not colon or line[0] in b" \t"):
                raise ParsingError("A header goes on in a second line")
            spelled = name.lower()
            if spelled in said or (spelled not in ONCE and TAKEN_FOR_THEM.fullmatch(spelled)):
                raise ParsingError("A header stands there twice, or misspelled")
            if spelled in ONCE:
                said[spelled] = value.strip(b" \t")
        _refuse_two_lengths(start, said)


def _refuse_two_lengths(start: bytes, said: dict[bytes, bytes]) -> None:
    """Let a body be as long as one header says, or come in chunks and nothing else."""
    length, coding = said.get(b"content-length"), said.get(b"transfer-encoding")
    if length is not None and not LENGTH.fullmatch(length):
        raise ParsingError("Content-Length is no number")
    if coding is not None and (coding.lower() != b"chunked" or length is not None or not start.endswith(b"1.1")):
        raise ParsingError("Transfer-Encoding is chunked, once, without Content-Length, in HTTP/1.1, or not there")
