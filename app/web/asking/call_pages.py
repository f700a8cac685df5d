"""Calls as pages have them: the address of each, and those that this browser began or followed."""

from collections.abc import Iterator
from enum import StrEnum

from flask import url_for
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.cookies import keep_cookie, read_cookie
from app.guard.tokens import BadTokenError

COOKIE = "calls"
KEPT = 7 * 24 * 60 * 60  # seconds
MOST = 5  # calls


class CallPage(StrEnum):
    """What the address of a call's page says beside which call it is."""

    USUAL = "page"
    PATIENT = "patient-page"  # its supporter asked to be waited for longer
    CANCELED = "canceled-page"  # they canceled it there


def page_token(call_id: int, kind: CallPage = CallPage.USUAL) -> str:
    """What stands for the call in an address."""
    return given().tokens.sign(kind, call_id)


def read_page_token(token: str) -> tuple[CallPage, int]:
    """Which page of which call it stands for.

    Raises:
        BadTokenError: for none.
    """
    for kind in CallPage:
        try:
            return kind, int(given().tokens.read(kind, token))
        except BadTokenError:
            continue
    raise BadTokenError


def address_of(slug: str, call_id: int, kind: CallPage = CallPage.USUAL) -> str:
    """Where the call's page is."""
    return url_for("web.call", slug=slug, token=page_token(call_id, kind))


def calls_here() -> list[int]:
    """The calls that this browser knows: whoever only typed the same number knows none of them."""
    return [call_id for call_id, _ in _kept()]


def remember_call(answer: Response, token: str) -> None:
    """Let the browser keep which call this is; the newest first."""
    known = [kept for _, kept in _kept()]
    if token not in known:
        keep_cookie(answer, COOKIE, "~".join([token, *known][:MOST]), max_age=KEPT)


def _kept() -> Iterator[tuple[int, str]]:
    for token in filter(None, read_cookie(COOKIE).split("~")[:MOST]):
        try:
            yield read_page_token(token)[1], token
        except BadTokenError:
            continue
