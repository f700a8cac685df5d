"""A body that comes in chunks, read to the letter: whatever two programs might read in two ways ends it.

waitress lets extensions, trailers and empty lines pass, and keeps a line without an end for as long as it grows. A
proxy that reads one of them otherwise takes a part of this body for the next request, which is somebody else's.
"""

import re

from waitress.buffers import OverflowableBuffer
from waitress.utilities import BadRequest

END = b"\r\n"
SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})\r\n")
BEGINS_LIKE_ONE = re.compile(rb"[0-9A-Fa-f]{1,8}\r?")


class StrictChunks:
    """Takes the body as it comes: chunks as RFC 9112 (7.1) has them, none of what it allows beside them."""

    def __init__(self, buffer: OverflowableBuffer) -> None:
        self.completed, self.error = False, None
        self._buffer = buffer
        self._begun = b""  # a line of which the end has not come yet: never more than nine bytes
        self._left = 0  # bytes of the chunk that comes now
        self._ends, self._is_last = False, False  # what comes next is the end of a chunk; of that without bytes

    def __len__(self) -> int:
        """How many bytes the body has."""
        return int(self._buffer.__len__())

    def received(self, data: bytes) -> int:
        """How many bytes of this belong to the body: all, but for what stands behind its end."""
        rest, self._begun = self._begun + data, b""
        while rest and not self.completed and self.error is None:
            rest = self._bytes(rest) if self._left else self._end(rest) if self._ends else self._size(rest)
        return len(data) - len(rest) if self.completed else len(data)

    def getfile(self) -> object:
        """The body, to be read from its beginning."""
        return self._buffer.getfile()

    def getbuf(self) -> OverflowableBuffer:
        """What holds it."""
        return self._buffer

    def _bytes(self, rest: bytes) -> bytes:
        taken = rest[: self._left]
        self._buffer.append(taken)
        self._left -= len(taken)
        self._ends = not self._left
        return rest[len(taken) :]

    def _end(self, rest: bytes) -> bytes:
        if rest == END[:1]:
            self._begun = rest
            return b""
        if not rest.startswith(END):
            return self._refuse("A chunk goes on behind its end")
        self._ends, self.completed = False, self._is_last
        return rest[len(END) :]

    def _size(self, rest: bytes) -> bytes:
        line = SIZE.match(rest)
        if line is None:
            if not BEGINS_LIKE_ONE.fullmatch(rest):
                return self._refuse("A chunk begins with its size alone")
            self._begun = rest
            return b""
        self._left = int(line[1], 16)
        self._is_last = self._ends = not self._left
        return rest[line.end() :]

    def _refuse(self, why: str) -> bytes:
        self.error = BadRequest(why)
        return b""
