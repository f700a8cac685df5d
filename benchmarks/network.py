"""Row `network`: how many whole calls a minute the embedded phone network carries, on its accelerated clock."""

import time

import requests

from app.telephony.local_network import AcceleratedClock, PhoneNetwork, local_credentials
from benchmarks.answering import EVERY_EVENT, answering
from benchmarks.figure import Figure, Figures

ACCOUNT, TOKEN = local_credentials("benchmarks")
NUMBER, SUPPORTER = "+16175550100", "+16175550123"
WEBHOOKS = 13  # of a call: five turns, four events of each leg
FEW, MANY = 20, 300
GOAL = 1000.0
PATIENCE = 600.0  # seconds


def measure() -> Figures:
    """The one figure of the row."""
    return {"": Figure(round(calls_a_minute()), GOAL, "calls a minute")}


def calls_a_minute(many: int = MANY) -> float:
    """Place so many calls over its REST API, one after the other, and wait for the last; its app costs next to nothing.

    Raises:
        RuntimeError: a call was not a whole one, which would be fast and mean nothing.
    """
    network = PhoneNetwork(
        account_sid=ACCOUNT, auth_token=TOKEN, numbers=(NUMBER,), clock=AcceleratedClock(), calls_per_second=None
    )
    network.everyone_else().answers(after=4).then_presses("1", "1", "1").talks_for(42)
    with answering() as app, network.running():
        _seconds(network, app, FEW)
        seconds = _seconds(network, app, many)
        if network.notices() or len(network.requests()) != WEBHOOKS * (FEW + many):
            raise RuntimeError("Not every call went through.")
    return round(many * 60 / seconds)


def _seconds(network: PhoneNetwork, app: str, many: int) -> float:
    began = time.perf_counter()
    order = {
        "To": SUPPORTER,
        "From": NUMBER,
        "Url": f"{app}/greeting",
        "StatusCallback": f"{app}/status",
        "StatusCallbackEvent": EVERY_EVENT,
    }
    with requests.Session() as carrier:
        carrier.auth = ACCOUNT, TOKEN
        for _ in range(many):
            url = f"{network.url}/2010-04-01/Accounts/{ACCOUNT}/Calls.json"
            carrier.post(url, data=order, timeout=PATIENCE).raise_for_status()
    network.wait_until_idle(PATIENCE)
    return time.perf_counter() - began
