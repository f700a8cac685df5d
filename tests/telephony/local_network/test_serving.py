"""The network as a program of its own."""

import threading

import requests

from app.telephony.local_network import local_credentials, serve
from tests.world.patience import PATIENCE


def test_it_serves_until_told_to_stop():
    sid, token = local_credentials("served")
    told, stop = [], threading.Event()

    def tell(url):
        told.append(requests.get(url, timeout=PATIENCE).status_code)
        stop.set()

    serve(account_sid=sid, auth_token=token, voice_urls={"+16175550100": ""}, tell=tell, until=stop)
    assert told == [200]
