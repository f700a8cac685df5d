"""The first name that fills the script on a campaign's pages: the supporter's own browser keeps it, and we do not."""

from urllib.parse import quote, unquote

from flask import request
from werkzeug.wrappers import Response

from app.extensions import given
from app.language.text import clean_text
from app.web.form import LONGEST_NAME

NAME_COOKIE = "first_name"
NAME_KEPT = 3 * 60 * 60  # seconds


def remember_name(answer: Response, path: str, name: str) -> None:
    """Let the browser keep it for the pages under this path."""
    if not name:
        return
    answer.set_cookie(
        NAME_COOKIE,
        quote(name),
        max_age=NAME_KEPT,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=given().settings.is_https,
    )


def first_name() -> str:
    """The name that the browser kept."""
    return clean_text(unquote(request.cookies.get(NAME_COOKIE, "")), limit=LONGEST_NAME)
