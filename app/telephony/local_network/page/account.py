"""The switch of the page: what is to happen to the account."""

from flask import Blueprint, Response, abort

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.page.happenings import HAPPENINGS
from app.telephony.local_network.page.words import word
from app.telephony.local_network.rest.validation import NORTH_AMERICAN


def add_account_switch(page: Blueprint, engine: Engine) -> None:
    """Add `POST /phones/account`: a happening by name, and the number of the supporter's telephone."""

    @page.post("/phones/account")
    def let_happen() -> Response:
        name, number = word("happens"), word("number")
        if name not in HAPPENINGS or not NORTH_AMERICAN.fullmatch(number):
            abort(400)
        engine.timeline.ask(lambda: HAPPENINGS[name].happen(engine, number))
        return Response(status=204)
