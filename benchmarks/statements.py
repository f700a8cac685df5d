"""Row `statements`: what a whole call costs, over the embedded phone network: pages, webhooks and worker together."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from statistics import median

import requests
from sqlalchemy import func, select, text

from benchmarks.clicks import phones
from benchmarks.cpu import NOBODY, Backends
from benchmarks.figure import Figure, Figures
from benchmarks.watching import all_statements, cpu_of_the_app
from benchmarks.world import empty_database, fill, settings
from tests.world.patience import PATIENCE
from tests.world.people.journey import Journey, journey

MOST = 45  # statements a whole call
MOST_KB = 1.5  # kept of what the carrier sent, a whole call
KEPT = """
SELECT sum(pg_column_size(carrier_event)) / count(DISTINCT call_id) / 1000.0
FROM carrier_event JOIN call ON call.id = call_id WHERE source = 'web'
"""
IDLE = 10  # seconds
WARM_UP, CALLS = 2, 5


@dataclass(frozen=True)
class Spent:
    """What one call cost."""

    statements: int
    webhooks: int
    milliseconds: float


@dataclass(frozen=True)
class _Here:
    world: Journey
    backends: Backends
    phones: Iterator[str]


def measure() -> Figures:
    """Statements, webhooks and CPU (app and database) of a call from the page, and of one to the hotline."""
    with _world() as here:
        first = _one(here, _from_the_page, next(here.phones))
        web, hotline = _whole(here, _from_the_page), _whole(here, _to_the_hotline)
        kept, idle = _kept(here), _while_nothing_happens()
    return {
        "first_web": Figure(first.statements, None, "statements"),  # with what a process reads once
        **_figures("web", web),
        **_figures("hotline", hotline),
        "web_events": Figure(kept, MOST_KB, "kB kept of what the carrier sent"),
        "idle": Figure(idle, None, f"statements in {IDLE} s"),
    }


def _figures(how: str, spent: list[Spent]) -> Figures:
    return {
        how: Figure(median(one.statements for one in spent), MOST, "statements"),
        f"{how}_webhooks": Figure(median(one.webhooks for one in spent), None, "webhooks"),
        f"{how}_cpu": Figure(round(median(one.milliseconds for one in spent), 1), None, "ms CPU"),
    }


def _kept(here: _Here) -> float:
    session = here.world.call_log.session
    kept = session.scalar(text(KEPT)) or 0
    session.rollback()
    return round(float(kept), 2)


def _while_nothing_happens() -> int:
    with all_statements() as seen:
        time.sleep(IDLE)
    return len(seen.texts)


@contextmanager
def _world() -> Iterator[_Here]:
    with empty_database() as url:
        fill(url)
        with journey(settings(url)) as world, closing(Backends(url, _onlooker(world))) as backends:
            world.office_phone.answers(after=6).talks_for(42)
            yield _Here(world, backends, phones())


def _onlooker(world: Journey) -> int:
    """The process that answers whoever waits for a call's end."""
    pid = world.call_log.session.scalar(select(func.pg_backend_pid()))
    world.call_log.session.rollback()
    return pid or NOBODY


def _whole(here: _Here, call: Callable[[Journey, str], None]) -> list[Spent]:
    return [_one(here, call, next(here.phones)) for _ in range(WARM_UP + CALLS)][WARM_UP:]


def _one(here: _Here, call: Callable[[Journey, str], None], phone: str) -> Spent:
    webhooks = len(here.world.paths())
    before = cpu_of_the_app() + here.backends.spent()
    with all_statements() as seen:
        call(here.world, phone)
    after = cpu_of_the_app() + here.backends.spent()
    return Spent(len(seen.texts), len(here.world.paths()) - webhooks, (after - before) / 1e6)


def _from_the_page(world: Journey, phone: str) -> None:
    """The campaign's page, the click, the call's page, the whole call, and a look at how it stands."""
    world.everything.network.phone(phone).answers(after=4).then_presses("1", "1", "1")
    page = world.supporter_asks_to_be_called(phone=phone)
    requests.get(f"{page.url.partition('#')[0]}/progress", timeout=PATIENCE).raise_for_status()


def _to_the_hotline(world: Journey, phone: str) -> None:
    """English, the ZIP code of Holyoke, yes, connect, it went well."""
    world.somebody_dials_in(phone, "1", "01040", "1", "1", "1")
