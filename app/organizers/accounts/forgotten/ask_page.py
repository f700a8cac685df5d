"""Forgotten password: whoever asks gets the same answer, whether there is such an account or not, and however often."""

from typing import Annotated

from flask import render_template, request

from app.extensions import given
from app.guard.visitors import this_visitor
from app.limits.rate import Limit
from app.limits.sign_in import refused_by
from app.organizers.accounts.ways_in import ways_in
from app.outgoing.letters import LetterKind, post
from app.serving.forms import Form, Text, read_sound_form
from app.store.db import db
from app.store.unit import unit
from app.team.addresses import NoAddressError, address_of
from models import Limited

LONGEST_ADDRESS = 255
LETTERS = Limit(Limited.RESET_LETTER, at_most=3)
ASKED = Limit(Limited.RESET_VISITOR, at_most=20)  # a whole office behind one address forgets no more in an hour


class ForgottenForm(Form):
    """Whose password it is."""

    email: Annotated[str, Text(limit=LONGEST_ADDRESS)]


@ways_in.get("/forgotten")
def forgotten() -> str:
    """The form; where no mail can be sent, whom to ask."""
    return _show()


@ways_in.post("/forgotten")
def ask_for_link() -> str:
    """Have a link sent to the address. A job finds out whether somebody has it: that it takes longer, nobody sees."""
    typed = read_sound_form(ForgottenForm, request.form).email
    try:
        address = address_of(typed)
    except NoAddressError:
        return _show(typed, error="Write your e-mail address whole, such as ana@example.org.")
    if not given().mailer.is_set_up:
        return _show(typed)
    own = given()
    limits = ((ASKED, this_visitor(own.clock())), (LETTERS, address))
    with unit(db.session) as work:
        if not refused_by(work.session, own.vault, limits, own.clock()):
            post(work.session, LetterKind.FORGOTTEN, 0, address, queue=own.queue)
    return _show(typed, sent_to=address)


def _show(typed: str = "", *, error: str = "", sent_to: str = "") -> str:
    how = {"typed": typed, "error": error, "sent_to": sent_to, "by_mail": given().mailer.is_set_up}
    return render_template("accounts/forgotten.html", **how)
