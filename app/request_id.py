"""One id for all that comes of a request: in its log lines, in those of its jobs, and in its answer."""

import re
import secrets
from collections.abc import Mapping
from contextvars import ContextVar

REQUEST = "request"  # its name in a log line
# Figures and letters up to f, in groups: a UUID, or what a proxy makes by chance. No number of a telephone is so long,
# and no address of a computer is written so.
SHAPE = re.compile(r"(?=.{16,64}\Z)[0-9a-f]{4,}(?:-[0-9a-f]{4,})*")
NOTHING: Mapping[str, object] = {}

_logged: ContextVar[Mapping[str, object]] = ContextVar("of_request", default=NOTHING)


def new_request_id() -> str:
    """Four groups of four: short enough to be read to somebody."""
    made = secrets.token_hex(8)
    return f"{made[:4]}-{made[4:8]}-{made[8:12]}-{made[12:]}"


def request_id_in(header: str) -> str | None:
    """The id that a proxy gave; None where it gave none that we take."""
    said = header.strip().lower()
    return said if SHAPE.fullmatch(said) else None


def begin_request(request_id: str) -> None:
    """What is logged from now on belongs to this request, and to no call yet."""
    _logged.set({REQUEST: request_id})


def end_request() -> None:
    """What is logged from now on belongs to none."""
    _logged.set(NOTHING)


def about_call(call_id: int) -> None:
    """What is logged from now on, in this request, is about this call."""
    _logged.set({**_logged.get(), "call": call_id})


def logged_of_request() -> Mapping[str, object]:
    """What stands in each log line from now on."""
    return _logged.get()


def request_id() -> str:
    """The id of the request that is answered now, or that deferred this job; empty where there is none."""
    return str(_logged.get().get(REQUEST, ""))


def mark_of_job() -> str | None:
    """What each job that is deferred now is marked with, which no other has; None outside a request."""
    said = request_id()
    return f"{said} {secrets.token_hex(8)}" if said else None


def request_id_of(mark: str | None) -> str | None:
    """The id that a job was marked with; None where something else stands there, as the name of a task."""
    said, between, _ = (mark or "").partition(" ")
    return request_id_in(said) if between else None
