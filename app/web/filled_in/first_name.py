"""The first name that fills the script on a campaign's pages: the supporter's own browser keeps it, and we do not."""

from urllib.parse import quote, unquote

from werkzeug.wrappers import Response

from app.guard.cookies import keep_cookie, read_cookie
from app.language.text import clean_text
from app.web.form import LONGEST_NAME

NAME_COOKIE = "first_name"
NAME_KEPT = 3 * 60 * 60  # seconds


def remember_name(answer: Response, name: str) -> None:
    """Let the browser keep it."""
    if name:
        keep_cookie(answer, NAME_COOKIE, quote(name), max_age=NAME_KEPT)


def first_name() -> str:
    """The name that the browser kept."""
    return clean_text(unquote(read_cookie(NAME_COOKIE)), limit=LONGEST_NAME)
