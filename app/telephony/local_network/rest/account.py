"""The account itself, and what is left of its money."""

from flask import Blueprint

from app.telephony.local_network.account.credentials import Right
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.errors import unauthorized
from app.telephony.local_network.rest.gate import right_of
from app.telephony.local_network.rest.resources import account_resource


def add_account(rest: Blueprint, engine: Engine) -> None:
    """Add `GET /Accounts/{AC}.json`, which is not for API keys, and its balance."""
    mine = engine.plant.account

    @rest.get("/<account>.json")
    def fetch_account(account: str) -> dict[str, object]:  # noqa: ARG001  # checked before
        if right_of(mine) is not Right.OWNER:
            raise unauthorized()
        return account_resource(mine)

    @rest.get("/<account>/Balance.json")
    def fetch_balance(account: str) -> dict[str, object]:
        return {"account_sid": account, "balance": str(mine.balance), "currency": "USD"}
