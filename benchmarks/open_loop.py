"""Sends requests at their appointed times, however slowly those before are answered: as a crowd does."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.asking import Prepared

GIVES_UP = 60.0  # seconds
UNAVAILABLE = 503
MOST_TRIES = 10
SPREAD = 997  # whoever comes one after the other comes again far apart


class Due(NamedTuple):
    """A request, and how many seconds after the beginning it is sent."""

    at: float
    request: bytes


@dataclass(frozen=True)
class Answered:
    """The last status, 0 where there was no answer, how long each try took (seconds), and where the last one led."""

    status: int
    took: Sequence[float]
    led_to: str = ""


class _Told(NamedTuple):
    """What an answer's head tells; `wait` is after how many seconds to come again."""

    status: int = 0
    wait: float | None = None
    led_to: str = ""


def raw(prepared: Prepared) -> bytes:
    """A prepared request as it goes over the wire."""
    environ = prepared.environ
    body: bytes = environ["wsgi.input"].read()
    headers = {name[5:].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")}
    headers |= {"Content-Type": environ.get("CONTENT_TYPE", ""), "Content-Length": len(body), "Connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} HTTP/1.1\r\n{head}\r\n".encode() + body


async def send_all(port: int, requests: Iterable[Due]) -> list[Answered]:
    """Send each at its time to a server of this computer; what came of it, in the same order."""
    begin = asyncio.get_running_loop().time()
    return await asyncio.gather(*(_at_its_time(port, due, begin) for due in requests))


async def _at_its_time(port: int, due: Due, begin: float) -> Answered:
    """Whoever is told that it cannot begin yet comes again then, or up to as long again later: not all at once."""
    clock = asyncio.get_running_loop()
    await asyncio.sleep(begin + due.at - clock.time())
    took: list[float] = []
    for _ in range(MOST_TRIES):
        before = clock.time()
        told = await _once(port, due.request)
        took.append(clock.time() - before)
        if told.status != UNAVAILABLE or told.wait is None:
            break
        await asyncio.sleep(told.wait * (1 + due.at * SPREAD % 1))
    return Answered(told.status, took, told.led_to)


async def _once(port: int, request: bytes) -> _Told:
    try:
        async with asyncio.timeout(GIVES_UP):
            return _read(await _exchange(port, request))
    except (OSError, TimeoutError):
        return _Told()


async def _exchange(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        return await reader.read(-1)
    finally:
        writer.close()


def _read(answer: bytes) -> _Told:
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    named = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
    status = int(head[0].split()[1]) if head[0].startswith("HTTP/") else 0
    wait = float(named["retry-after"]) if "retry-after" in named else None
    return _Told(status, wait, named.get("location", ""))
