"""What a page tells after a redirect: its address carries a short code, and each page has a table of what codes say."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import redirect, request, url_for
from werkzeug.wrappers import Response


@dataclass(frozen=True)
class Notice:
    """A sentence; `is_bad` where it tells of something that did not go well, at the field `about` if at any."""

    text: str
    is_bad: bool = False
    about: str = ""


@dataclass(frozen=True)
class Page:
    """A page to which a form leads back, and everything that it may tell then."""

    endpoint: str
    notices: Mapping[str, Notice]

    def tells(self, code: str, *, at: str | None = None, **where: str | int) -> Response:
        """Lead there, to the part of it that is named. The code is one of the table, or the program is wrong."""
        if code not in self.notices:
            raise LookupError(code)
        address = url_for(self.endpoint, _anchor=at, _method=None, _scheme=None, _external=None, **where, done=code)
        return redirect(address, HTTPStatus.SEE_OTHER)

    def notice(self) -> Notice | None:
        """What there is to tell on this showing of the page; an address that somebody made up tells nothing."""
        return self.notices.get(request.args.get("done", ""))
