"""What the program writes to its log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO

from app.serving.logs import start_logging


@contextmanager
def log_lines(level: str = "INFO") -> Iterator[Callable[[], str]]:
    """Everything that is logged while the context lasts."""
    written = StringIO()
    with redirect_stderr(written):
        start_logging(level)
        yield written.getvalue
    start_logging("ERROR")
