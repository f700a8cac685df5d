"""Calls: place, fetch, list, change."""

from flask import Blueprint, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.rest.changes import change
from app.telephony.local_network.rest.errors import not_complete, not_found
from app.telephony.local_network.rest.filters import filter_of
from app.telephony.local_network.rest.orders import order_of
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.rest.resources import call_resource
from app.telephony.local_network.rest.validation import check_order


def add_calls(rest: Blueprint, engine: Engine) -> None:
    """Add list, create, fetch, update and delete."""

    @rest.get("/<account>/Calls.json")
    def list_calls(account: str) -> dict[str, object]:  # noqa: ARG001  # checked before
        is_wanted = filter_of(request.args)
        newest_first = engine.timeline.ask(
            lambda: [leg for leg in reversed(engine.exchange.legs.values()) if is_wanted(leg)]
        )
        return page_of(newest_first, lambda leg: leg.sid).envelope("calls", lambda leg: _resource(engine, leg))

    @rest.post("/<account>/Calls.json")
    def create_call(account: str) -> tuple[dict[str, object], int]:  # noqa: ARG001  # checked before
        check_order(request.form, engine.plant.account)
        order = order_of(request.form)
        return engine.timeline.ask(lambda: _resource(engine, engine.exchange.place(order))), 201

    @rest.get("/<account>/Calls/<sid>.json")
    def fetch_call(account: str, sid: str) -> dict[str, object]:  # noqa: ARG001  # checked before
        return engine.timeline.ask(lambda: _resource(engine, _find(engine, sid)))

    @rest.post("/<account>/Calls/<sid>.json")
    def update_call(account: str, sid: str) -> dict[str, object]:  # noqa: ARG001  # checked before
        form = request.form.copy()
        leg = _find(engine, sid)
        engine.timeline.ask(lambda: change(engine.exchange, leg, form))
        return engine.timeline.ask(lambda: _resource(engine, leg))

    @rest.delete("/<account>/Calls/<sid>.json")
    def delete_call(account: str, sid: str) -> tuple[str, int]:  # noqa: ARG001  # checked before
        leg = _find(engine, sid)
        if not leg.is_over:
            raise not_complete()
        engine.timeline.ask(lambda: engine.exchange.legs.pop(sid, None))
        return "", 204


def _find(engine: Engine, sid: str) -> Leg:
    if sid not in engine.exchange.legs:
        raise not_found()
    return engine.exchange.legs[sid]


def _resource(engine: Engine, leg: Leg) -> dict[str, object]:
    own = leg.to if leg.direction == "inbound" else leg.caller
    sids = {number.phone_number: number.sid for number in engine.plant.numbers.all()}
    account = engine.plant.account
    return call_resource(leg, account.credentials.sid, sids.get(own), account.billing, engine.plant.clock.now())
