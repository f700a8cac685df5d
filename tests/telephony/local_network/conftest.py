"""A running network, the official client pointed at it, and a small app that it calls back."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from flask import Flask, Response, request
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from app.telephony.local_network import AcceleratedClock, Phone, PhoneNetwork, local_credentials
from app.telephony.local_network.server import LoopbackServer
from tests.world.patience import PATIENCE

SID, TOKEN = local_credentials("tests")
HOTLINE = "+16175550100"
SUPPORTER = "+16175550123"
OFFICE = "+16175550190"
EVERY_EVENT = ["initiated", "ringing", "answered", "completed"]


class LocalHttpClient(TwilioHttpClient):
    """Sends to the network what the official client means for Twilio."""

    def __init__(self, base_url: str) -> None:
        super().__init__(timeout=PATIENCE)
        self.base_url = base_url

    def request(self, method, url, *args, **kwargs):
        return super().request(method, self.base_url + url.partition(urlsplit(url).netloc)[2], *args, **kwargs)


@dataclass
class AppUnderTest:
    """A WSGI app whose pages are texts or functions; it remembers what it was asked."""

    pages: dict[str, object] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    url: str = ""

    def at(self, path: str) -> list[dict[str, str]]:
        return [form for asked, form in self.asked if asked == path]

    def events(self, path: str = "/status") -> list[str]:
        return [form["CallStatus"] for form in self.at(path)]

    def answer(self, path: str):
        form = request.form.to_dict() or request.args.to_dict()
        self.asked.append((f"/{path}", form))
        signature = request.headers.get("X-Twilio-Signature", "")
        if not RequestValidator(TOKEN).validate(self.url + request.full_path.rstrip("?"), request.form, signature):
            self.doubts.append(path)
        page = self.pages.get(f"/{path}", "<Response/>")
        said = page(form) if isinstance(page, Callable) else page
        return said if not isinstance(said, str) else Response(said, content_type="text/xml")


@pytest.fixture(scope="session")
def served_app() -> Iterator[AppUnderTest]:
    under_test = AppUnderTest()
    web = Flask("under-test")
    web.add_url_rule("/<path:path>", view_func=under_test.answer, methods=["GET", "POST"])
    server = LoopbackServer(web)
    under_test.url = server.url
    server.start()
    yield under_test
    server.stop()


@pytest.fixture
def app(served_app) -> Iterator[AppUnderTest]:
    served_app.pages, served_app.asked, served_app.doubts = {}, [], []
    yield served_app
    assert served_app.doubts == []


@pytest.fixture
def start_network() -> Iterator[Callable[..., PhoneNetwork]]:
    with ExitStack() as stack:

        def start(**settings) -> PhoneNetwork:
            usual = {
                "numbers": (HOTLINE,),
                "clock": AcceleratedClock(),
                "calls_per_second": None,
                "seed": 1,
                "patience": 20,
            }
            network = PhoneNetwork(account_sid=SID, auth_token=TOKEN, environment={}, **(usual | settings))
            stack.enter_context(network.running())
            return network

        yield start


@pytest.fixture
def network(start_network) -> PhoneNetwork:
    return start_network()


@pytest.fixture
def client_of() -> Iterator[Callable[[PhoneNetwork], Client]]:
    transports = []

    def make(network: PhoneNetwork, token: str = TOKEN) -> Client:
        transports.append(LocalHttpClient(network.url))
        return Client(SID, token, http_client=transports[-1])

    yield make
    for transport in transports:
        transport.session.close()


@pytest.fixture
def client(network, client_of) -> Client:
    return client_of(network)


@pytest.fixture
def hotline() -> str:
    return HOTLINE


@pytest.fixture
def supporter(network) -> Phone:
    return network.phone(SUPPORTER).answers(after=4)


@pytest.fixture
def office(network) -> Phone:
    return network.phone(OFFICE).answers(after=6)


@pytest.fixture
def ring(network, client, app):
    """Place a call to the supporter, let everything happen, and return the call as it then is."""

    def place(to: str = SUPPORTER, url: str = "/voice", **settings):
        usual = {"status_callback": f"{app.url}/status", "status_callback_event": EVERY_EVENT}
        call = client.calls.create(to=to, from_=HOTLINE, url=app.url + url, **(usual | settings))
        network.wait_until_idle(PATIENCE)
        return call.fetch()

    return place


@pytest.fixture
def refused():
    """Run something that is refused; returns its HTTP status and its code."""

    def refused(ask):
        with pytest.raises(TwilioRestException) as error:
            ask()
        return error.value.status, error.value.code

    return refused
