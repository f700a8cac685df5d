"""The whole product in one process: web app, job worker and phone network, for demo, rehearsals and journeys."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from pydantic import SecretStr

from app import create_app
from app.calls.run.away import find_out
from app.calls.run.unheard import LOST_AFTER
from app.clock import Clock
from app.config import Settings
from app.extensions import Given
from app.jobs.lookout.thread import on_the_lookout
from app.jobs.worker import WorkerThread
from app.limits.table import TABLE
from app.serving.web_server import WebServerThread, listen
from app.store.db import close_db, db
from app.store.job_queue import DEFAULT_QUEUE
from app.store.unit import unit
from app.telephony.local_network import (
    TWILIO,
    AcceleratedClock,
    Faults,
    PhoneNetwork,
    RealClock,
    Ways,
    local_credentials,
)
from app.telephony.voice_urls import HOTLINE, HOTLINE_FALLBACK, HOTLINE_STATUS
from models import WhomToCall

SILENT_FOR_LONG = LOST_AFTER + timedelta(seconds=5)
FASTEST = 1000.0  # calls a second, for a phone network without a limit
EVERY_NUMBER = 1_000_000
TRIED = 20  # times that the demo's own phone is rung within an hour, whatever its visitor does
OFTEN = 48  # a day: who tries the demo has one phone


@dataclass(frozen=True)
class Running:
    """What runs: the app, its phone network, and where both are."""

    app: Flask
    network: PhoneNetwork
    web_url: str
    network_url: str


@dataclass(frozen=True)
class Arrangement:
    """How to run it. Port 0 takes any free one; numbers are the campaigns' own."""

    numbers: tuple[str, ...]
    web_port: int = 0
    network_port: int = 0
    network_clock: AcceleratedClock | RealClock | None = None
    faults: Faults | None = None
    calls_per_second: float | None = None  # no limit
    ways: Ways = TWILIO  # which carrier the phone network plays
    patience: float = 1.0  # how many times as long as Twilio the network waits for the app
    always_open: bool = True
    rehearsal: bool = False
    demo: bool = False
    whom_to_call: WhomToCall | None = None
    queue: str = DEFAULT_QUEUE
    clock: Clock | None = None  # the database's


@contextmanager
def running(settings: Settings, how: Arrangement) -> Iterator[Running]:
    """Run everything for as long as the context lasts; nothing here can reach a telephone.

    Raises:
        PortTakenError: another program listens on a port that was asked for.
        LiveCredentialsError: real carrier credentials are set.
    """
    account_sid, auth_token = local_credentials(settings.secret_key.get_secret_value())
    with ExitStack() as stack:
        listener = listen(how.web_port)
        stack.callback(listener.close)
        listen(how.network_port).close()
        network = PhoneNetwork(
            account_sid=account_sid,
            auth_token=auth_token,
            numbers=how.numbers,
            clock=how.network_clock or RealClock(),
            faults=how.faults,
            calls_per_second=how.calls_per_second,
            patience=how.patience,
            ways=how.ways,
            port=how.network_port,
        )
        stack.enter_context(network.running())
        web_url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        asks = [f"{web_url}{path}" for path in (HOTLINE, HOTLINE_STATUS, HOTLINE_FALLBACK)]
        for number in how.numbers:
            network.connect_number(number, *asks)
        here = {"public_base_url": web_url, "twilio_api_base_url": network.url, "twilio_account_sid": account_sid}
        app = create_app(
            _local(settings, how, here | {"twilio_auth_token": SecretStr(auth_token), **_ways(network)}),
            clock=how.clock,
            rehearsal=how.rehearsal,
            demo=how.demo,
            whom_to_call=how.whom_to_call,
            queue=how.queue,
        )
        stack.callback(close_db, app)
        if how.demo:
            _ask_about_calls_of_before(app)
        stack.enter_context(WebServerThread(app, listener))
        stack.enter_context(WorkerThread(app))
        if how.demo:
            stack.enter_context(on_the_lookout(app))
        yield Running(app, network, web_url, network.url)


def _ask_about_calls_of_before(app: Flask) -> None:
    """This network has never heard of a call that a killed demo left: ask now, and not when it was silent for long."""
    own: Given = app.extensions["ringdown"]
    with app.app_context(), unit(db.session) as work:
        find_out(work.session, queue=own.queue, silent_for=SILENT_FOR_LONG)


def _ways(network: PhoneNetwork) -> dict[str, object]:
    """The settings for the carrier that the network plays."""
    signing_key = network.account.credentials.signing_key
    no_key = {"twilio_api_key_sid": "", "twilio_api_key_secret": SecretStr("")}
    return {"carrier": network.plant.ways.name, "carrier_signing_key": SecretStr(signing_key), **no_key}


def _local(settings: Settings, how: Arrangement, carrier: dict[str, object]) -> Settings:
    """The settings, with the phone network for a carrier, its pace, and numbers that reach nobody.

    Whoever has them rung is this computer alone: one visitor, who is as quick as a script may be, but in a demo.
    """
    pace = {"calls_per_second": how.calls_per_second or FASTEST, "always_open": how.always_open}
    numbers = (*TABLE["a visitor"], *TABLE["a campaign"], "office_calls_per_day", "visitor_codes", "visitor_pages")
    visitors = dict.fromkeys(numbers, EVERY_NUMBER)
    people = {**visitors, "calls_per_day": OFTEN, "form_seconds": settings.form_seconds if how.demo else 0}
    if how.demo:  # whoever looks around has one phone, and tries it all evening
        people |= {"calls_per_hour": TRIED, "calls_in_vain": TRIED}
    return settings.model_copy(update={**carrier, **pace, **people, "fictional_numbers": True})
