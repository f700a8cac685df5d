"""The network as a program of its own."""

import threading

import pytest
import requests

from app.telephony.local_network import WAYS, local_credentials, serve
from tests.world.patience import PATIENCE


@pytest.mark.parametrize(("carrier", "place"), [("twilio", ""), ("signalwire", "/api/laml")])
def test_it_serves_in_a_carriers_ways_until_told_to_stop(carrier, place):
    sid, token = local_credentials("served")
    told, stop = [], threading.Event()

    def tell(url):
        balance = f"{url}{place}/2010-04-01/Accounts/{sid}/Balance.json"
        told.extend(requests.get(asked, auth=(sid, token), timeout=PATIENCE).status_code for asked in (url, balance))
        stop.set()

    numbers = {"+16175550100": ""}
    serve(account_sid=sid, auth_token=token, voice_urls=numbers, ways=WAYS[carrier], tell=tell, until=stop)
    assert told == [200, 200]
