"""The account itself."""

from flask import Blueprint

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.resources import account_resource


def add_account(rest: Blueprint, engine: Engine) -> None:
    """Add `GET /Accounts/{AC}.json`."""
    opened = engine.plant.clock.now()

    @rest.get("/<account>.json")
    def fetch_account(account: str) -> dict[str, object]:
        return account_resource(account, opened)
