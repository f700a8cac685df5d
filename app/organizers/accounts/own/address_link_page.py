"""The page that a link to a new address leads to, in any browser: to open it changes nothing."""

from http import HTTPStatus

from flask import render_template
from werkzeug.wrappers import Response

from app.extensions import given
from app.organizers.accounts.own.address_taken import Came, take_address
from app.organizers.accounts.own.done_by_link import tells_by_link
from app.organizers.accounts.ways_in import ways_in
from app.store.db import db
from app.team.new_address import NewAddress, new_address

Shown = str | tuple[str, int]


@ways_in.get("/new-address/<token>")
def confirm_address(token: str) -> Shown:
    """Ask once more, or say that the link is over."""
    wanted = _wanted(token)
    return render_template("accounts/new_address.html", wanted=wanted, token=token) if wanted else _over()


@ways_in.post("/new-address/<token>")
def take_new_address(token: str) -> Response | Shown:
    """Make the address theirs."""
    wanted = _wanted(token)
    if wanted is None or take_address(wanted.organizer, wanted.address) is Came.TAKEN:
        return _over()
    return tells_by_link("address", wanted.organizer.id)


def _wanted(token: str) -> NewAddress | None:
    own = given()
    return new_address(db.session, own.vault, token, own.clock())


def _over() -> tuple[str, int]:
    return render_template("accounts/new_address_over.html"), HTTPStatus.GONE
