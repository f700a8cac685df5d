"""Leads on to a page of ours, as every form does that asked for a call: Flask's own redirect does much in vain."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from markupsafe import escape

from app.guard.headers import Answer, Header

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


class LedOn(Answer):
    """What leads a form on to an address that `url_for` made, and is sent as it is.

    Flask would take the address apart and put it together again, and escape its parts once more.
    """

    def __init__(self, page: str) -> None:
        link = escape(page)
        note = f'<!doctype html><title>303</title><a href="{link}">{link}</a>'.encode()
        super().__init__(None, HTTPStatus.SEE_OTHER, {"Location": page, "Content-Length": str(len(note))})
        self.response = [note]

    def get_wsgi_response(self, _environ: "WSGIEnvironment") -> tuple[Iterable[bytes], str, list[Header]]:
        """The body, the status and the headers, as the server sends them."""
        note: Iterable[bytes] = self.response  # type: ignore[assignment]  # encoded, as it was set
        return note, self.status, [*self.headers, *self.promised]
