"""What a person does at a handset, as small JSON requests."""

from collections.abc import Callable

from flask import Blueprint, Response, abort

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.page.words import word
from app.telephony.local_network.phones.gestures import KEYS, press, say

LONGEST_SAYING = 500


def add_controls(page: Blueprint, engine: Engine) -> None:
    """Add answering, hanging up, pressing, saying and dialling."""
    captions = engine.exchange.captions

    @page.post("/phones/<sid>/answer")
    def answer(sid: str) -> Response:
        return _do(engine, sid, lambda leg: None if leg.direction == "inbound" else leg.answer())

    @page.post("/phones/<sid>/hang-up")
    def hang_up(sid: str) -> Response:
        return _do(engine, sid, lambda leg: leg.hang_up())

    @page.post("/phones/<sid>/press")
    def press_key(sid: str) -> Response:
        key = word("key")
        if key not in KEYS or len(key) != 1:
            abort(400)
        return _do(engine, sid, lambda leg: press(leg, key, captions))

    @page.post("/phones/<sid>/say")
    def say_something(sid: str) -> Response:
        text = word("text")[:LONGEST_SAYING]
        return _do(engine, sid, lambda leg: say(leg, text, captions))

    @page.post("/phones/dial")
    def dial() -> dict[str, str]:
        try:
            number = engine.plant.numbers.find(word("to"))
        except LookupError:
            abort(404)
        caller = word("from")
        return {"sid": engine.timeline.ask(lambda: engine.exchange.receive(caller, number)).sid}


def _do(engine: Engine, sid: str, gesture: Callable[[Leg], object]) -> Response:
    leg = engine.exchange.legs.get(sid)
    if not leg:
        abort(404)
    engine.timeline.ask(lambda: gesture(leg))
    return Response(status=204)
