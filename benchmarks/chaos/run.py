"""A whole run: a database, a web app, two workers and a phone network, in trouble while people call."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from app.carrier_setup.fallback import keep_fallback
from app.config import Settings
from app.serving.web_server import listen
from app.telephony.fallback_document import TEXT
from app.telephony.local_network import PhoneNetwork, RealClock, local_credentials
from app.telephony.voice_urls import HOTLINE, HOTLINE_STATUS
from benchmarks.chaos.callers import A_SECOND, TRIES_FOR, Callers
from benchmarks.chaos.database import own_database
from benchmarks.chaos.judged import Judgement, Watch, judgement
from benchmarks.chaos.processes import Program, slowness
from benchmarks.chaos.program import AHEAD
from benchmarks.chaos.trouble import Trouble
from benchmarks.deployed import environment, wait_for
from benchmarks.world import SECRET_KEY, fill, opened
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER

AWAY = 45.0  # seconds for which the database is away once
MOST_AWAY = 0.25  # of a short run
RIGHT_WITHIN = 300.0
SPARE = 120.0
SLOWEST = 10.0  # times as long as usual a run may last


def chaos(calls: int, seed: int, *, tell: Callable[[str], object] = lambda _: None) -> Judgement:
    """Run it; what came of it when all is quiet, or five minutes after the last call and some more."""
    seconds = calls / A_SECOND
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringdown-chaos-")))
        database, url = stack.enter_context(own_database())
        network, port = stack.enter_context(_network(seed)), _free_port()
        web_url = f"http://127.0.0.1:{port}"
        campaign = fill(url)
        _elsewhere(url, document := stack.enter_context(_fallback()))
        ways = {"port": port, "public_base_url": web_url, "twilio_api_base_url": network.url, "calls_per_second": 50}
        here = stack.enter_context(opened(url, campaign, **ways))
        network.connect_number(CAMPAIGN_NUMBER, f"{web_url}{HOTLINE}", f"{web_url}{HOTLINE_STATUS}", document)
        (ahead := folder / "ahead").write_text("0")
        programs = [
            stack.enter_context(_running(what, here.own.settings, ahead)) for what in ("web", "worker", "worker-2")
        ]
        wait_for(f"{web_url}/healthz")
        watch = Watch(network, stack.enter_context(_engine(url)))
        away = min(AWAY, seconds * MOST_AWAY)
        callers = Callers(here, network, seed, partial(slowness, programs))
        calling = stack.enter_context(ThreadPoolExecutor(1))
        with Trouble(database, programs, network, ahead, seconds, away, seed) as trouble:
            called = calling.submit(callers.call, calls)
            watch.until(lambda: trouble.has_failed or called.done(), seconds * SLOWEST + TRIES_FOR)
            called.result(timeout=0)  # who could not call at all is no caller of whom all is right
        tell(f"All have called; {callers.called.turned_away} were told to come again until they gave up.")
        watch.until(lambda: watch.is_all_right, RIGHT_WITHIN + SPARE)
        return judgement(watch, callers.called, here.own.tokens, seed)


def _free_port() -> int:
    with listen(0) as free:
        port: int = free.getsockname()[1]
    return port


@contextmanager
def _network(seed: int) -> Iterator[PhoneNetwork]:
    """A carrier with every office behind it, which picks up or does not."""
    sid, token = local_credentials(SECRET_KEY)
    network = PhoneNetwork(
        account_sid=sid,
        auth_token=token,
        numbers=(CAMPAIGN_NUMBER,),
        clock=RealClock(),
        calls_per_second=None,
        seed=seed,
    )
    network.everyone_else().answers(after=2).talks_for(3)
    with network.running():
        yield network


@contextmanager
def _running(what: str, settings: Settings, ahead: Path) -> Iterator[Program]:
    log = ahead.with_name(f"{what}.log")
    program = Program(what, environment(settings) | {AHEAD: str(ahead)}, log)
    try:
        yield program
    finally:
        program.stop()


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = create_engine(url, pool_pre_ping=True)
    try:
        yield engine
    finally:
        engine.dispose()


def _elsewhere(url: str, document: str) -> None:
    """Keep where callers hear a sentence when this server does not answer."""
    engine = create_engine(url)
    with Session(engine) as session:
        keep_fallback(session, document)
        session.commit()
    engine.dispose()


class _Document(BaseHTTPRequestHandler):
    """Gives the document that answers when the web app does not."""

    def do_POST(self) -> None:
        """Whatever is asked."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        self.wfile.write(TEXT.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Elsewhere(ThreadingHTTPServer):
    request_queue_size = 128  # whoever is away is away for everybody who talks


@contextmanager
def _fallback() -> Iterator[str]:
    server = _Elsewhere(("127.0.0.1", 0), _Document)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/document.xml"
    finally:
        server.shutdown()
        server.server_close()
