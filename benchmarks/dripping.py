"""Row `dripping`: two thousand connections send a byte every three seconds, while machines look and calls go on."""

import asyncio
import os
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from app.serving.web_server import listen
from benchmarks.burst import called_by_slow_carrier, lost, open_many_files
from benchmarks.clicks import Crowd
from benchmarks.deployed import deployed
from benchmarks.figure import Figure, Figures
from benchmarks.lives import Lives
from benchmarks.open_loop import Answered, Due, raw, send_all

CONNECTIONS = 2000  # DRIPPING says how many
SECONDS = 30.0
EVERY = 3.0  # seconds from byte to byte
FIRST = 5.0  # seconds until all of them are there
TALKING = 25  # calls under way, of each seven requests of the carrier
A_SECOND = 2  # probes
PROBE = b"GET /readyz HTTP/1.1\r\nHost: probe\r\nConnection: close\r\n\r\n"
SLOWLY = b"POST / HTTP/1.1\r\nHost: drip\r\nX-Long: "
OPENS_WITHIN = 10.0


def measure() -> Figures:
    """How both are answered meanwhile, whether any is lost, and how many connections there were in the middle."""
    how_many = int(os.environ.get("DRIPPING") or CONNECTIONS)
    open_many_files()
    with called_by_slow_carrier() as (here, _), listen(0) as free:
        ports = Ports(int(here.own.settings.port), free.getsockname()[1])
        free.close()
        with deployed(here.own.settings.model_copy(update={"phone_port": ports.phone})):
            one, other = (Lives.begun(here, Crowd(here), TALKING) for _ in range(2))
            probes = [PROBE] * int(SECONDS * A_SECOND)
            came = asyncio.run(_all(ports, how_many, probes, [_webhooks(one), _webhooks(other)]))
    return {
        "probe_worst": Figure(_worst(came.probes), 5000, "ms"),
        "webhook_worst": Figure(_worst(came.webhooks), 5000, "ms"),
        "phone_port_worst": Figure(_worst(came.at_phone_port), 500, "ms"),
        "lost": Figure(lost([*came.probes, *came.webhooks, *came.at_phone_port]), 0, "requests"),
        "connections": Figure(came.most, None, "at once"),
        "let_go": Figure(came.let_go, None, "times"),
    }


class Ports(NamedTuple):
    """Where everybody asks, and where only the carrier does."""

    usual: int
    phone: int


class _Came:
    """What came of it; `here` are the connections that are open now."""

    def __init__(self) -> None:
        self.here = self.most = self.let_go = 0
        self.probes: Sequence[Answered] = ()
        self.webhooks: Sequence[Answered] = ()
        self.at_phone_port: Sequence[Answered] = ()


def _webhooks(lives: Lives) -> list[bytes]:
    return [raw(one) for one in (*lives.progress(), *lives.turns("answered"), *lives.ends())]


async def _all(ports: Ports, how_many: int, probes: Sequence[bytes], webhooks: Sequence[Sequence[bytes]]) -> _Came:
    came = _Came()
    shares = (nth / how_many for nth in range(how_many))
    dripping = [asyncio.create_task(_drips_again_and_again(ports.usual, share, came)) for share in shares]
    at_usual, at_phone = webhooks
    came.probes, came.webhooks, came.at_phone_port = await asyncio.gather(
        send_all(ports.usual, _spread(probes)),
        send_all(ports.usual, _spread(at_usual)),
        send_all(ports.phone, _spread(at_phone)),
    )
    for one in dripping:
        one.cancel()
    await asyncio.gather(*dripping, return_exceptions=True)
    return came


def _spread(requests: Sequence[bytes]) -> list[Due]:
    return [Due(FIRST + nth * SECONDS / len(requests), request) for nth, request in enumerate(requests)]


async def _drips_again_and_again(port: int, share: float, came: _Came) -> None:
    """Whoever is let go is there again at once."""
    await asyncio.sleep(share * FIRST)
    for nth in count():
        came.let_go += nth > 0
        try:
            await _drips(port, came)
        except OSError:
            await asyncio.sleep(EVERY)


async def _drips(port: int, came: _Came) -> None:
    """Begin a request and never end it, until somebody hangs up."""
    async with asyncio.timeout(OPENS_WITHIN):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    came.here += 1
    came.most = max(came.most, came.here)
    try:
        writer.write(SLOWLY)
        while not reader.at_eof():
            writer.write(b"x")
            await writer.drain()
            try:
                async with asyncio.timeout(EVERY):
                    await reader.read(1)
            except TimeoutError:
                continue
    finally:
        came.here -= 1
        writer.close()


def _worst(answers: Sequence[Answered]) -> float:
    return round(max(took for one in answers for took in one.took) * 1000, 1)
