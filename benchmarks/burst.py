"""Row `burst`: ten thousand click within a minute, while others are on the phone and the carrier takes two seconds."""

import asyncio
import os
import resource
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, pairwise
from statistics import quantiles

from app.config import Settings
from app.representatives import candidates, directory, resolve, town_names
from app.serving.web_server import listen
from app.store.db import db
from benchmarks.asking import Prepared
from benchmarks.clicks import Crowd
from benchmarks.deployed import deployed, memory
from benchmarks.figure import Figure, Figures
from benchmarks.lives import Lives
from benchmarks.open_loop import Answered, Due, raw, send_all
from benchmarks.slow_carrier import SlowCarrier
from benchmarks.world import World, empty_database, fill, opened

CLICKS, SECONDS = 10_000, 60.0  # CLICKS says how many in the minute
TALKING = 100  # calls under way meanwhile, of each seven requests of the carrier
CARRIER_TAKES = 2.0
OF_A_CALL = "/call/"  # in the address to which a click leads that was placed; others lead to a page that says why not
UNDERSTOOD = 500  # whatever is less was read, and answered with a page


@dataclass(frozen=True)
class Came:
    """What came of a burst: answers, the towns of the phones in the order of clicks, whom the carrier rang, MB."""

    clicks: Sequence[Answered]
    webhooks: Sequence[Answered]
    towns: Mapping[str, str]
    rung: Sequence[tuple[str, float]]
    grew: float


def measure() -> Figures:
    """How both kinds are answered, whether anybody is lost, rung twice or overtaken, the pace, and the memory."""
    came = _burst(int(os.environ.get("CLICKS") or CLICKS))
    placed = sum(OF_A_CALL in one.led_to for one in came.clicks)
    return {
        "click_p99": Figure(_p99(came.clicks), 500, "ms"),
        "webhook_p99": Figure(_p99(came.webhooks), 250, "ms"),
        "clicks_lost": Figure(lost(came.clicks), 0, "clicks"),
        "webhooks_lost": Figure(lost(came.webhooks), 0, "webhooks"),
        "placed": Figure(placed, None, "clicks"),
        "told": Figure(len(came.clicks) - placed - lost(came.clicks), None, "clicks"),
        "asked_again": Figure(sum(len(one.took) - 1 for one in came.clicks), None, "times"),
        "rung_twice": Figure(len(came.rung) - len({phone for phone, _ in came.rung}), 0, "phones"),
        "overtaken": Figure(_overtaken(came), 0, "calls"),
        "pace": Figure(_pace(came.rung) if came.rung else 0.0, 0.8, "calls a second"),
        "memory": Figure(round(came.grew, 1), 30, "MB more"),
    }


def _burst(clicks: int) -> Came:
    open_many_files()
    with called_by_slow_carrier() as (here, carrier), deployed(here.own.settings) as web:
        crowd = Crowd(here)
        talking = spread([raw(one) for one in life(Lives.begun(here, crowd, TALKING))])
        forms = crowd.click(clicks, towns := towns_of_one_office(here))
        before = memory(web)
        answers = asyncio.run(_both(here.own.settings, spread([raw(form) for _, form in forms]), talking))
        lines = {phone: town for (phone, _), town in zip(forms, cycle(towns))}
        return Came(*answers, lines, carrier.rung[:], memory(web) - before)


async def _both(at: Settings, clicks: Sequence[Due], webhooks: Sequence[Due]) -> tuple[list[Answered], list[Answered]]:
    return await asyncio.gather(send_all(at.port, clicks), send_all(at.phone_port or at.port, webhooks))


@contextmanager
def called_by_slow_carrier(takes: float = CARRIER_TAKES, a_second: float = 1.0) -> Iterator[tuple[World, SlowCarrier]]:
    """A world whose carrier takes so many seconds for each call, and so many calls a second; no web server yet.

    Where somebody says which it shall be, so that two are compared, the phone has a port of its own, as gunicorn needs.
    """
    with listen(0) as web, listen(0) as phone:
        port, other = web.getsockname()[1], phone.getsockname()[1]
    ports = {"port": port, "phone_port": other if os.environ.get("WEB_SERVER") else 0}
    with empty_database() as url, SlowCarrier(takes).running() as carrier:
        here = ports | {"public_base_url": f"http://127.0.0.1:{port}", "twilio_api_base_url": carrier.url}
        with opened(url, fill(url), **here, calls_per_second=a_second) as world:
            yield world, carrier


def life(lives: Lives) -> list[Prepared]:
    """All that the carrier asks and tells of them."""
    step, again = lives.turns("after/greeting/0/1", Digits="7"), lives.turns("after/greeting_again/0/2", Digits="1")
    return [*lives.progress(), *lives.turns("answered"), *step, *again, *lives.ends()]


def spread(requests: Sequence[bytes]) -> list[Due]:
    """Evenly within the minute."""
    return [Due(nth * SECONDS / len(requests), request) for nth, request in enumerate(requests)]


def towns_of_one_office(here: World) -> list[str]:
    """Those of one office that can be called, so that nobody is asked another question; not where people talk now."""
    with here.app.app_context():
        seats = directory(db.session)
    found = {town: candidates(resolve(town), seats) for town in town_names() if town != "Holyoke"}
    return [town for town, those in found.items() if len(those) == 1 and those[0].lines]


def _p99(answers: Sequence[Answered]) -> float:
    return round(quantiles([took for one in answers for took in one.took], n=100)[98] * 1000, 1)


def lost(answers: Sequence[Answered]) -> int:
    """How many have no answer, or an error for one."""
    return sum(not 0 < one.status < UNDERSTOOD for one in answers)


def _overtaken(came: Came) -> int:
    """Calls that were rung after somebody who lives in the same town and clicked later.

    Whoever had to ask again had no place in the line until then, and overtakes or is overtaken as they may.
    """
    clicks = zip(came.towns, came.clicks, strict=True)
    nth = {phone: number for number, (phone, came_of_it) in enumerate(clicks) if len(came_of_it.took) == 1}
    lines: dict[str, list[int]] = {}
    for phone, _ in came.rung:
        if phone in nth:
            lines.setdefault(came.towns[phone], []).append(nth[phone])
    return sum(later < earlier for order in lines.values() for earlier, later in pairwise(order))


def _pace(rung: Sequence[tuple[str, float]]) -> float:
    """Calls a second, from the first to the last."""
    first, last = rung[0][1], rung[-1][1]
    return round((len(rung) - 1) / (last - first), 2) if last > first else 0.0


def open_many_files() -> None:
    """Everybody who waits for an answer is a file."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
