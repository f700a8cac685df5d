"""Where a page of the log begins, as an address has it: signed, so that nobody makes up their own."""

from datetime import datetime

from app.calls.shown.log.filter import Cursor
from app.guard.tokens import BadTokenError, Tokens

CURSOR = "log-cursor"


def write_cursor(tokens: Tokens, cursor: Cursor) -> str:
    """The cursor for an address."""
    value: list[str | int | None] = [cursor.created_at.isoformat(), cursor.id]
    if cursor.seconds is not None or cursor.geoid:
        value += [cursor.seconds, cursor.geoid]
    return tokens.sign(CURSOR, value)


def read_cursor(tokens: Tokens, text: str) -> Cursor | None:
    """The cursor again, None for anything that we did not write."""
    try:
        value = tokens.read(CURSOR, text)
    except BadTokenError:
        return None
    seconds, geoid = value[2:] or (None, "")
    return Cursor(created_at=datetime.fromisoformat(value[0]), id=value[1], seconds=seconds, geoid=geoid)
